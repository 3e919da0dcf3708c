import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { explanationOf, fullMarksOf } from '../../server/explanation/explanation.rules.ts';
import { smallestImprovement } from '../../server/explanation/improvement.rules.ts';
import { inversionOf } from '../../server/explanation/sensitivity.rules.ts';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import { formulaOf } from '../../server/score/formula.rules.ts';
import type { Language } from '../../server/score/formula.words.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import { type Rules, scoreOf } from '../../server/score/score.rules.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const asked = (code: string, weight: string, more: Partial<CriterionRule> = {}): CriterionRule => ({
  ...{ code, weight, absences, scale: { type: 'LINEAR', zeroAt: '0', oneAt: '100' } },
  ...more,
});
const on = (code: string, weight: string, criteria: CriterionRule[], more: Partial<ChannelRule> = {}): ChannelRule => ({
  ...{ code, weight, optional: false, criteria },
  ...more,
});
const found = (values: Readonly<Record<string, string>>): Finding[] =>
  Object.entries(values).map(([criterion, value]) => ({ criterion, value, absence: null }));

/*
 * By hand. Telephone weighs 3: (2·80 + 1·50) / 3 = 70. Letter weighs 1: 2·40 / 2 = 40, and its bonus criterion adds
 * 1·80 / 2 = 40, capped at 10: 50. No e-mail; reception is an option. Overall (3·70 + 1·50) / 4 = 65.
 */
const rules: Rules = {
  channels: [
    on('phone', '3', [asked('welcome', '2'), asked('delay', '1'), asked('courtesy', '1')]),
    on('email', '2', [asked('answered', '1')]),
    on('letter', '1', [asked('clarity', '2'), asked('signed', '1', { bonus: true })], { bonusCap: '10' }),
    on('reception', '1', [asked('greeted', '1')], { optional: true }),
  ],
};
const findings = found({ welcome: '80', delay: '50', clarity: '40', signed: '80', greeted: '100' });
const structure = scoreOf(rules, findings);
const labels: Readonly<Record<string, string>> = {
  ...{ phone: 'Téléphone', email: 'Courriel', letter: 'Courrier', reception: 'Accueil' },
  ...{ courtesy: 'Courtoisie', in: 'Accéder', out: 'Obtenir' },
};
const nameOf = (code: string) => labels[code] ?? code;
const names = { channel: nameOf, step: nameOf, criterion: nameOf };
const written = (of = rules, values = findings, language: Language = 'FR', detailed = true) =>
  formulaOf(of, scoreOf(of, values), { names, language, detailed }).map((line) => line.replace(/[\u00a0\u202f]/g, ' '));

test('a score is taken apart into what each criterion, bonus and cap brings', () => {
  const explained = explanationOf(rules, structure);
  const said = explained?.channels.map(({ code, outcome, share, points, steps, bonus, cap }) => [
    ...[code, outcome, share.toFraction(), points.toFraction()],
    [...steps.flatMap(({ criteria }) => criteria), ...bonus].map((each) => [
      ...[each.code, each.points.toFraction(), each.gain?.toFraction() ?? null],
    ]),
    cap.toFraction(),
  ]);
  expect(explained?.score.toFraction()).toBe('65');
  expect(said).toEqual([
    // 3/4 × 2/3 × 80 = 40, and 20 points short of 100 would bring 3/4 × 2/3 × 20 = 10.
    [
      'phone',
      'SCORED',
      '3/4',
      '105/2',
      [
        ['welcome', '40', '10'],
        ['delay', '25/2', '25/2'],
        ['courtesy', '0', null],
      ],
      '0',
    ],
    ['email', 'RENORMALISED', '0', '0', [['answered', '0', null]], '0'],
    [
      'letter',
      'SCORED',
      '1/4',
      '25/2',
      [
        ['clarity', '10', '15'],
        ['signed', '10', '5/2'],
      ],
      '-15/2',
    ],
    ['reception', 'NOT_COMPARED', '0', '0', [['greeted', '0', '0']], '0'],
  ]);
});

test('a channel counted at a floor brings its floor, and one counted as zero brings 0', () => {
  const floored = (whenAbsent: 'FLOOR' | 'ZERO') => {
    const channels = rules.channels.map((channel) => ({ ...channel, whenAbsent, floor: '30' }));
    return explanationOf({ channels }, scoreOf({ channels }, findings))?.channels[1];
  };
  expect([floored('FLOOR')?.floor?.toFraction(), floored('FLOOR')?.share.toFraction()]).toEqual(['10', '1/3']);
  expect([floored('ZERO')?.floor?.toFraction(), floored('ZERO')?.outcome]).toEqual(['0', 'ZERO']);
});

test('criteria are told step by step, those of no step together', () => {
  const channels = [
    on('phone', '1', [
      asked('a', '1', { step: 'in' }),
      asked('b', '1', { step: 'out' }),
      asked('c', '2', { step: 'in' }),
    ]),
    on('email', '1', [asked('d', '1')]),
  ];
  const explained = explanationOf({ channels }, scoreOf({ channels }, found({ a: '80', b: '40', c: '60', d: '50' })));
  const steps = explained?.channels.map(({ steps }) =>
    steps.map(({ code, points, criteria }) => [code, points.toFraction(), ...criteria.map(({ code }) => code)]),
  );
  expect(steps).toEqual([
    [
      ['in', '25', 'a', 'c'], // (80 + 2·60) / 4 / 2
      ['out', '5', 'b'],
    ],
    [[null, '25', 'd']],
  ]);
});

test('nothing is explained of a structure without a score', () => {
  expect(explanationOf(rules, scoreOf(rules, []))).toBe(null);
});

test('full marks are the best that a scale can give', () => {
  expect(fullMarksOf({ type: 'YES_NO', yes: '0', no: '0.8' }).toFraction()).toBe('80');
  expect(fullMarksOf({ type: 'LINEAR', zeroAt: '7', oneAt: '0' }).toFraction()).toBe('100');
  const steps = [{ below: '4', points: '0.9' }];
  expect(fullMarksOf({ type: 'STEPS', steps, beyond: '0.2' }).toFraction()).toBe('90');
  const choices = ['0.3', '0.7', '0'].map((points, i) => ({ code: `c${i}`, label: `c${i}`, points }));
  expect(fullMarksOf({ type: 'CHOICE', choices }).toFraction()).toBe('70');
});

describe('a formula', () => {
  test('says every value of a score, and what becomes of what has none', () => {
    expect(written()).toEqual([
      'Téléphone = (2 × 80,00 + 1 × 50,00) ÷ 3 = 70,00',
      'Téléphone : sans valeur pour « Courtoisie » ; les autres critères se partagent son poids',
      'Courriel : sans note ; les autres canaux se partagent son poids',
      'Courrier, bonus = (1 × 80,00) ÷ 2 = 40,00',
      'Courrier = (2 × 40,00) ÷ 2 + 40,00 de bonus, plafonné à 10,00 = 50,00',
      'Accueil = (1 × 100,00) ÷ 1 = 100,00 (en option, hors de la note globale)',
      'Note globale = (3 × 70,00 + 1 × 50,00) ÷ 4 = 65,00',
    ]);
  });

  test('is written in English too', () => {
    expect(written(rules, findings, 'EN')).toContain(
      'Courrier = (2 × 40.00) ÷ 2 + 40.00 bonus, capped at 10.00 = 50.00',
    );
  });

  test('says ≈ where what is written is not exact, and = where it is', () => {
    const thirds = found({ welcome: '33.333', delay: '66.665' });
    // (2·33.333 + 66.665) / 3 = 133.331 / 3
    expect(written(rules, thirds)[0]).toBe('Téléphone ≈ (2 × 33,33 + 1 × 66,67) ÷ 3 ≈ 44,44');
    expect(written(rules, found({ welcome: '80', delay: '51' }))[0]).toBe(
      'Téléphone = (2 × 80,00 + 1 × 51,00) ÷ 3 ≈ 70,33',
    );
  });

  test('goes through the steps when they weigh', () => {
    const criteria = [asked('welcome', '2', { step: 'in' }), asked('delay', '1', { step: 'out' })];
    const steps = [
      { code: 'in', weight: '1' },
      { code: 'out', weight: '3' },
    ];
    expect(written({ channels: [on('phone', '3', criteria)], steps })).toEqual([
      'Téléphone, étape « Accéder » = (2 × 80,00) ÷ 2 = 80,00',
      'Téléphone, étape « Obtenir » = (1 × 50,00) ÷ 1 = 50,00',
      'Téléphone = (1 × 80,00 + 3 × 50,00) ÷ 4 = 57,50',
      'Note globale = (3 × 57,50) ÷ 3 = 57,50',
    ]);
  });

  describe('says what becomes of each thing that has no value', () => {
    const channels = [
      on('phone', '3', [asked('welcome', '2'), asked('delay', '1'), asked('courtesy', '0.5'), asked('read', '0')]),
      on('email', '1', [asked('answered', '1')], { whenAbsent: 'ZERO' }),
      on('letter', '1', [asked('clarity', '1')], { whenAbsent: 'FLOOR', floor: '12.5' }),
      on('website', '1', [asked('found', '1')]),
      on('social', '1', [asked('posted', '1')]),
      on('reception', '1', [asked('greeted', '1')], { optional: true }),
    ];
    const missing: Finding[] = [
      ...found({ welcome: '80', clarity: '' }).filter(({ value }) => value !== ''),
      { criterion: 'found', value: null, absence: 'NOT_APPLICABLE' },
    ];

    test('in French', () => {
      expect(written({ channels }, missing)).toEqual([
        'Téléphone = (2 × 80,00) ÷ 2 = 80,00',
        'Téléphone : sans valeur pour « delay », « Courtoisie » ; les autres critères se partagent leur poids',
        'Courriel : sans note ; compte pour 0,00',
        'Courrier : sans note ; compte pour 12,50, son plancher',
        'website : sans objet pour cette structure ; les autres canaux se partagent son poids',
        'social : sans note ; les autres canaux se partagent son poids',
        'Accueil : en option, hors de la note globale',
        'Note globale = (3 × 80,00 + 1 × 0,00 + 1 × 12,50) ÷ 5 = 50,50',
      ]);
    });

    test('in English', () => {
      expect(written({ channels }, missing, 'EN')).toEqual([
        'Téléphone = (2 × 80.00) ÷ 2 = 80.00',
        'Téléphone: no value for “delay”, “Courtoisie”; the other criteria share their weight',
        'Courriel: no score; counts as 0.00',
        'Courrier: no score; counts as 12.50, its floor',
        'website: not applicable to this structure; the other channels share its weight',
        'social: no score; the other channels share its weight',
        'Accueil: optional, outside the overall score',
        'Overall score = (3 × 80.00 + 1 × 0.00 + 1 × 12.50) ÷ 5 = 50.50',
      ]);
      expect(written(rules, findings, 'EN')[1]).toBe(
        'Téléphone: no value for “Courtoisie”; the other criteria share its weight',
      );
    });
  });

  test('is set as a French printer would, and left alone in English', () => {
    const lines = (language?: Language) => formulaOf(rules, structure, { names, ...(language && { language }) });
    const french =
      'Téléphone\u00a0: sans valeur pour «\u00a0Courtoisie\u00a0»\u202f; les autres critères se partagent son poids';
    expect(lines()[1]).toBe(french);
    expect(lines('FR')[1]).toBe(french);
    expect(lines('EN').join()).not.toMatch(/[\u00a0\u202f]/);
    const spaced = { channel: (code: string) => `${code} : « x »`, step: nameOf, criterion: nameOf };
    expect(formulaOf(rules, structure, { names: spaced, language: 'EN' })[0]).toMatch(/^phone : « x » =/);
  });

  test('weighs only the steps that have something, and names the bonus of a channel in English too', () => {
    const criteria = [asked('welcome', '2', { step: 'in' }), asked('courtesy', '1', { step: 'out' })];
    const extra = asked('signed', '1', { bonus: true });
    const steps = [
      { code: 'in', weight: '1' },
      { code: 'out', weight: '3' },
    ];
    const told = { channels: [on('phone', '3', [...criteria, extra], { bonusCap: '5.25' })], steps };
    expect(written(told, findings, 'EN')).toEqual([
      'Téléphone, step “Accéder” = (2 × 80.00) ÷ 2 = 80.00',
      'Téléphone, bonus = (1 × 80.00) ÷ 2 = 40.00',
      'Téléphone = (1 × 80.00) ÷ 1 + 40.00 bonus, capped at 5.25 = 85.25',
      'Téléphone: no value for “Courtoisie”; the other criteria share its weight',
      'Overall score = (3 × 85.25) ÷ 3 = 85.25',
    ]);
  });

  test('without the criteria gives the channels alone', () => {
    expect(written(rules, findings, 'FR', false)).toEqual([
      'Téléphone = 70,00',
      'Courriel : sans note ; les autres canaux se partagent son poids',
      'Courrier = 50,00',
      'Accueil = 100,00 (en option, hors de la note globale)',
      'Note globale = (3 × 70,00 + 1 × 50,00) ÷ 4 = 65,00',
    ]);
  });

  test('says why there is no score', () => {
    expect(written(rules, []).at(-1)).toBe('Note globale : aucune, rien n’a pu être mesuré');
    const channels = rules.channels.map((channel) => ({ ...channel, whenAbsent: 'EXCLUDE' as const }));
    expect(written({ channels }).at(-1)).toBe(
      'Note globale : aucune, la structure sort du classement faute de note pour « Courriel »',
    );
    expect(written({ channels })).toContain('Courriel : sans note ; la structure sort du classement');
    expect(written({ channels }, findings, 'EN').filter((line) => line.includes('leaves'))).toEqual([
      'Courriel: no score; the structure leaves the ranking',
      'Overall score: none, the structure leaves the ranking without a score for “Courriel”',
    ]);
    expect(written(rules, [], 'EN').at(-1)).toBe('Overall score: none, nothing could be measured');
  });

  test('names a channel by the names of channels, a criterion by those of criteria', () => {
    const own = { channel: () => 'un canal', criterion: () => 'un critère', step: () => 'une étape' };
    const last = (of: Rules, values: readonly Finding[]) =>
      formulaOf(of, scoreOf(of, values), { names: own, language: 'FR', detailed: true }).at(-1);
    const channels = rules.channels.map((channel) => ({ ...channel, whenAbsent: 'EXCLUDE' as const }));
    expect(last({ channels }, findings)).toContain('un canal');
    const strict = asked('courtesy', '1', { absences: { ...absences, REFUSED: 'EXCLUDE' } });
    const out = { channels: [on('phone', '1', [asked('welcome', '1'), strict])] };
    expect(last(out, [...findings, { criterion: 'courtesy', value: null, absence: 'REFUSED' }])).toContain(
      'un critère',
    );
  });

  test('says which criterion takes the structure out, or that too little was found', () => {
    const strict = asked('courtesy', '1', { absences: { ...absences, REFUSED: 'EXCLUDE' } });
    const refused: Finding[] = [...findings, { criterion: 'courtesy', value: null, absence: 'REFUSED' }];
    const out = { channels: [on('phone', '1', [asked('welcome', '1'), strict])] };
    expect(written(out, refused).at(-1)).toBe(
      'Note globale : aucune, la structure sort du classement faute de valeur pour « Courtoisie »',
    );
    expect(written(out, refused, 'EN').at(-1)).toBe(
      'Overall score: none, the structure leaves the ranking without a value for “Courtoisie”',
    );
    const thin = { ...rules, minimumShare: '0.9' };
    expect(written(thin).at(-1)).toBe('Note globale : aucune, trop peu de la grille repose sur des constats');
    expect(written(thin, findings, 'EN').at(-1)).toBe('Overall score: none, too little of the grid rests on findings');
  });
});

describe('to gain one place', () => {
  const towards = (above: number | null) => {
    const found = smallestImprovement(rules, structure, above === null ? null : new Fraction(above));
    return found.reason ?? [found.criteria.map(({ code }) => code), found.score.toFraction()];
  };

  // One criterion brings 10 (welcome), 12.5 (delay), 12.5 (clarity: the channel stops at 100), or nothing (signed: capped).
  test('the criterion that gains most is enough when one is; equals in the order of the grid', () => {
    expect(towards(70)).toEqual([['delay'], '155/2']);
    expect(towards(77.5)).toEqual([['delay'], '155/2']);
  });

  test('two are asked for when one is not, and three when two are not', () => {
    expect(towards(78)).toEqual([['delay', 'clarity'], '90']);
    expect(towards(91)).toEqual([['welcome', 'delay', 'clarity'], '100']);
  });

  test('nothing is asked of the first, nor when full marks everywhere would not suffice', () => {
    expect(towards(null)).toBe('FIRST');
    expect(towards(65)).toBe('FIRST');
    expect(towards(101)).toBe('OUT_OF_REACH');
    expect(smallestImprovement(rules, scoreOf(rules, []), new Fraction(50))).toEqual({ reason: 'UNRANKED' });
  });
});

describe('two structures on the same channels', () => {
  const two = { channels: [on('phone', '3', [asked('welcome', '1')]), on('email', '1', [asked('answered', '1')])] };
  const scored = (welcome: string, answered: string) => scoreOf(two, found({ welcome, answered }));

  test('are level once weights move by the lead over the sum of the differences', () => {
    // Differences 10 and −20: lead (3·10 − 1·20) / 4 = 5/2, δ = (30 − 20) / (30 + 20) = 1/5; weights 3·4/5 and 1·6/5.
    const found = inversionOf(two, scored('60', '40'), scored('50', '60'));
    expect(found).toMatchObject({ reason: null, verdict: 'POSSIBLE' });
    if (found.reason !== null) return;
    expect([found.lead.toFraction(), found.move?.delta.toFraction()]).toEqual(['5/2', '1/5']);
    expect(found.move?.weights.map(({ before, after }) => [before.toFraction(), after.toFraction()])).toEqual([
      ['3/4', '2/3'],
      ['1/4', '1/3'],
    ]);
    expect(found.witness?.map(({ code, share }) => [code, share.toFraction()])).toEqual([
      ['phone', '0'],
      ['email', '1'],
    ]);
  });

  test('are never inverted when one is at least as good everywhere', () => {
    expect(inversionOf(two, scored('60', '40'), scored('50', '40'))).toMatchObject({
      ...{ verdict: 'NEVER', witness: null, move: null },
    });
  });

  test('are not compared when different channels count for them', () => {
    expect(inversionOf(two, scored('60', '40'), scoreOf(two, found({ welcome: '50' })))).toEqual({
      reason: 'DIFFERENT_CHANNELS',
    });
    expect(inversionOf(two, scoreOf(two, found({ welcome: '60' })), scored('50', '40'))).toEqual({
      reason: 'DIFFERENT_CHANNELS',
    });
    const alone = (welcome: string) => scoreOf(two, found({ welcome }));
    expect(inversionOf(two, alone('60'), alone('50'))).toMatchObject({ reason: null, verdict: 'NEVER' });
    expect(inversionOf(two, scored('60', '40'), scoreOf(two, []))).toEqual({ reason: 'NO_SCORE' });
  });
});
