import { describe, expect, test } from 'vitest';
import { faultsOfEvents } from '../../server/audit/event.rules.ts';
import { correctedAt, isSkewed, skewOf } from '../../server/collect/clock.rules.ts';
import { emptyContent, readContent, storable } from '../../server/collect/content.rules.ts';
import { saidIn } from '../../server/collect/verbatim.rules.ts';
import { knownOf } from '../../server/privacy/known.rules.ts';

const noon = '2022-06-08T12:00:00.000Z';

describe('the clock of a device', () => {
  test('half the round trip lies between writing and receiving', () => {
    expect(skewOf({ sentAt: '2022-06-08T11:59:59.900Z', roundTrip: 200 }, noon)).toBe(0);
    expect(skewOf({ sentAt: '2022-06-08T13:00:00.000Z', roundTrip: 0 }, noon)).toBe(-3_600_000);
  });

  test('a round trip that nobody can have measured is not believed', () => {
    for (const roundTrip of [-5000, 10_000_000]) expect(skewOf({ sentAt: noon, roundTrip }, noon)).toBe(0);
  });

  test('what a slow network explains is no difference of clocks', () => {
    expect(isSkewed(-3000, 5000)).toBe(false);
    expect(isSkewed(-3000, 100)).toBe(true);
    expect(correctedAt('2022-06-08T11:00:00.000Z', 1500, 100, noon)).toBe('2022-06-08T11:00:00.000Z');
  });

  test('an hour ahead is taken back; what is then still to come stays so, and is told', () => {
    expect(correctedAt('2022-06-08T12:30:00.000Z', -3_600_000, 0, noon)).toBe('2022-06-08T11:30:00.000Z');
    expect(correctedAt('2022-06-08T12:00:01.000Z', 0, 0, noon)).toBe(noon);
    expect(correctedAt('2022-06-08T15:00:00.000Z', 0, 0, noon)).toBe('2022-06-08T15:00:00.000Z');
  });
});

describe('what a device sends', () => {
  test('what is understood is read, what is not is named, and nothing throws', () => {
    expect(readContent(null)).toEqual({ content: emptyContent, unread: [] });
    const { content, unread } = readContent({
      beganAt: noon,
      answers: { a: { value: '1' }, b: { absence: 'REFUSED' }, c: { absence: 'TIRED' }, d: 4 },
      events: [
        { id: 'x', kind: 'SENT', at: noon, motive: 'oubli' },
        { kind: 'SLEPT', id: 'y', at: noon },
      ],
      verbatims: { '': 'Bien.', long: 'x'.repeat(5001) },
      harmless: ['Rose', 3],
    });
    expect(content).toEqual({
      beganAt: noon,
      answers: { a: { value: '1' }, b: { absence: 'REFUSED' } },
      events: [{ id: 'x', kind: 'SENT', at: noon, motive: 'oubli' }],
      verbatims: { '': 'Bien.' },
      harmless: ['Rose'],
    });
    expect(unread).toEqual(['c', 'd', 'events', 'long']);
  });

  test('what no text of the database holds is replaced wherever it stands, keys included', () =>
    expect(storable({ 'a\0': ['b\0', 1, null, { c: '\ud800' }] })).toEqual({
      'a\ufffd': ['b\ufffd', 1, null, { c: '\ufffd' }],
    }));

  test('verbatims are one text: the whole first, then each under its question, in the order of the form', () => {
    const questions = [
      { code: 'b', label: 'Courtoisie' },
      { code: 'a', label: 'Délai' },
    ];
    expect(saidIn({ a: ' Long. ', '': 'Bien.', b: 'Oui.', c: ' ' }, questions)).toBe(
      'Bien.\nCourtoisie : Oui.\nDélai : Long.',
    );
    expect(saidIn({ '': '  ' }, questions)).toBeNull();
  });
});

describe('events recorded as they happened', () => {
  const at = (minute: number) => `2022-06-08T11:${String(minute).padStart(2, '0')}:00.000Z`;
  const event = (kind: 'ATTEMPTED' | 'RANG' | 'CONNECTED' | 'ANSWERED', minute: number) => ({ kind, at: at(minute) });

  test('several of a kind stand, each after one of what has to happen first', () =>
    expect(
      faultsOfEvents([event('ATTEMPTED', 1), event('RANG', 1), event('RANG', 2), event('CONNECTED', 3)], noon),
    ).toEqual([]));

  test('before its cause, without it, or in the future, each is told once', () =>
    expect(
      faultsOfEvents([event('RANG', 1), event('RANG', 2), event('ATTEMPTED', 3), event('ANSWERED', 4)], at(3)),
    ).toEqual([
      { column: 'sonnerie', reason: 'EVENT_DISORDERED' },
      { column: 'reponse', reason: 'EVENT_IN_FUTURE' },
    ]));
});

test.each([
  ['Ville de Saint-Étienne', 'Saint-Étienne'],
  ['Conseil départemental de la Loire', 'Loire'],
  ['Communauté de communes du Pays d’Or', 'Pays d’Or'],
])('the own names of %s identify nobody, short or long', (name, short) =>
  expect(knownOf(name, null).names).toEqual([name, short]),
);
