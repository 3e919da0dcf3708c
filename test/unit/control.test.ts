import { describe, expect, test } from 'vitest';
import { type Controlled, obstacleTo, referenceAgain, waysFrom } from '../../server/control/control.rules.ts';
import { findingIn, unaskedIn } from '../../server/control/found.rules.ts';
import { likePairs, piecesOf } from '../../server/control/likeness.rules.ts';
import { paceFlags } from '../../server/control/pace.rules.ts';
import { likePictures } from '../../server/control/picture.rules.ts';
import { drawnFrom } from '../../server/control/sample.rules.ts';

const test1: Controlled = { state: 'SUBMITTED', auditorId: 'a', correctorId: null, openQuestions: 0, redone: false };

describe('moving a test', () => {
  test('nobody validates what they made or were the last to correct, and may do all else with it', () => {
    expect(obstacleTo('VALIDATED', test1, 'a')).toBe('AUDIT_OWN');
    expect(obstacleTo('REJECTED', test1, 'a')).toBeNull();
    expect(obstacleTo('VALIDATED', { ...test1, correctorId: 'b' }, 'b')).toBe('AUDIT_OWN');
    expect(obstacleTo('VALIDATED', { ...test1, correctorId: 'b' }, 'c')).toBeNull();
  });

  test('a question that is not closed keeps from validating, and from nothing else', () => {
    const asked = { ...test1, openQuestions: 1 };
    expect(waysFrom('SUBMITTED').map((to) => obstacleTo(to, asked, 'c'))).toEqual([
      null,
      'AUDIT_QUESTIONED',
      null,
      null,
    ]);
  });

  test('what is being done again is not taken back', () => {
    const gone = { ...test1, state: 'TO_REDO' } as const;
    expect(obstacleTo('IN_CONTROL', { ...gone, redone: true }, 'c')).toBe('AUDIT_REDONE');
    expect(obstacleTo('IN_CONTROL', gone, 'c')).toBeNull();
    expect(obstacleTo('VALIDATED', gone, 'c')).toBe('AUDIT_STATE');
  });

  test('each attempt has a number of its own', () => {
    expect(referenceAgain('T-00042', 2)).toBe('T-00042-2');
    expect(referenceAgain('T-00042-2', 3)).toBe('T-00042-3');
  });
});

describe('what a person says of a criterion', () => {
  const scale = { type: 'LINEAR', zeroAt: '0', oneAt: '5' } as const;

  test('is a value its scale knows, or an absence, and not both', () => {
    expect(findingIn({ kind: 'SCALE', scale }, { value: '4.50' })).toEqual({
      amount: '4.5',
      choice: null,
      absence: null,
    });
    expect(findingIn({ kind: 'SCALE', scale }, { absence: 'REFUSED' })).toMatchObject({ absence: 'REFUSED' });
    for (const wrong of [{}, { value: '4', absence: 'REFUSED' as const }, { value: 'quatre' }, { value: '1e3' }])
      expect(typeof findingIn({ kind: 'SCALE', scale }, wrong)).toBe('string');
    const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;
    expect(findingIn({ kind: 'YES_NO', scale: yesNo }, { value: '2' })).toBe('NOT_YES_OR_NO');
  });

  test('says nothing of what would not be asked', () => {
    const amount = (value: string) => ({ amount: value, choice: null, absence: null });
    const parent = { criterion: { code: 'p', label: 'P' }, before: amount('1'), after: amount('0') };
    const conditions = [{ criterion: 'p', in: ['1'] }];
    const child = { criterion: { code: 'c', label: 'C', conditions }, before: amount('3'), after: amount('3') };
    expect(unaskedIn([parent, child])).toEqual([child.criterion]);
    expect(unaskedIn([{ ...parent, after: amount('1') }, child])).toEqual([]);
  });
});

describe('a sample', () => {
  const tests = Array.from({ length: 95 }, (_, i) => ({
    ...{ id: `${i}`, reference: `T-${i}`, channel: i < 90 ? 'PHONE' : 'LETTER' },
  }));

  test('draws the share of each channel, rounded up, the same from the same seed, in any order', () => {
    const drawn = drawnFrom(tests, 10, 'graine');
    expect(drawn.filter(({ channel }) => channel === 'PHONE')).toHaveLength(9);
    expect(drawn.filter(({ channel }) => channel === 'LETTER')).toHaveLength(1);
    expect(drawnFrom(tests.toReversed(), 10, 'graine')).toEqual(drawn);
    expect(drawnFrom(tests, 10, 'autre')).not.toEqual(drawn);
  });

  test('gives each test its chance', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const { id } of drawnFrom(tests.slice(0, 20), 25, `${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
    // 400 draws of 5 among 20: 100 each, give or take four standard deviations.
    for (const { id } of tests.slice(0, 20)) expect(Math.abs((times.get(id) ?? 0) - 100)).toBeLessThan(35);
  });
});

describe('texts that resemble one another', () => {
  const one =
    'L’agent d’accueil m’a saluée dès mon arrivée, puis orientée vers le bon guichet sans attendre une minute.';

  test('are found whatever the case, the accents and a word or two', () => {
    const other = one.toUpperCase().replace('SANS ATTENDRE UNE MINUTE', 'après une courte attente');
    const third =
      'Personne à l’accueil : j’ai attendu vingt minutes devant un comptoir vide avant de repartir sans réponse.';
    expect(
      likePairs([
        { id: 'a', text: one },
        { id: 'b', text: other },
        { id: 'c', text: third },
      ]),
    ).toMatchObject([{ a: 'a', b: 'b' }]);
    expect(
      likePairs([
        { id: 'a', text: 'Accueil très aimable.' },
        { id: 'b', text: 'Accueil très aimable.' },
      ]),
    ).toEqual([]);
  });

  test('are compared by three words in a row', () => {
    expect([...piecesOf('Où est l’Hôtel ?')]).toEqual(['ou est l', 'est l hotel']);
  });
});

test('pictures of two tests that are one and the same are found, those of one test are not', () => {
  const print = 'a5a5f00f12345678';
  const near = 'a5a5f00f1234567b';
  const far = '5a5a0ff0edcba987';
  const pictures = [
    ...[
      { id: '1', print, test: 'x' },
      { id: '2', print: near, test: 'y' },
      { id: '3', print: far, test: 'z' },
    ],
    ...[
      { id: '4', print: '0'.repeat(16), test: 'u' },
      { id: '5', print: '0'.repeat(16), test: 'v' },
    ],
    { id: '6', print, test: 'x' },
  ];
  expect(likePictures(pictures).map(({ a, b }) => `${a}${b}`)).toEqual(['12', '26']);
});

test('a pace that is hard to believe is told: at once, too short, too far', () => {
  const minute = 60_000;
  const at = (id: string, channel: 'PHONE' | 'RECEPTION' | 'EMAIL', from: number, to: number, structure = id) => ({
    ...{ id, channel, structure, from: from * minute, to: to * minute },
  });
  expect(
    paceFlags([
      ...[
        at('a', 'RECEPTION', 0, 10),
        at('b', 'RECEPTION', 12, 20),
        at('c', 'PHONE', 19, 21),
        at('d', 'PHONE', 30, 30.1),
      ],
      // A message waits three days for its answer, beside calls.
      at('m', 'EMAIL', 25, 4345),
      at('e', 'PHONE', 40, 44),
    ]),
  ).toEqual([
    { id: 'b', flag: 'TOO_FAR', other: 'a', seconds: 120 },
    { id: 'c', flag: 'OVERLAPS', other: 'b', seconds: -60 },
    { id: 'd', flag: 'TOO_SHORT', other: null, seconds: expect.closeTo(6, 5) },
  ]);
});
