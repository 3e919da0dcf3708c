import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, officialSettings, settingsIn } from '../../admin/workshop/settings.ts';
import { type Entrant, fieldOf, type Policy, simulate } from '../../admin/workshop/simulate.ts';
import { placesOf } from '../../server/ranking/ranking.rules.ts';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import { rounded } from '../../server/score/exact.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';
import { scoreOf } from '../../server/score/score.rules.ts';

const codes = ['PHONE', 'EMAIL', 'RECEPTION'];
const setting = fc.record({
  weight: fc.nat(60),
  compared: fc.boolean(),
  whenAbsent: fc.constantFrom<Policy>('RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'),
  floor: fc.nat(100),
});
const settings = fc.tuple(setting, setting, setting);

/** On each channel: tests marked out of 9, so that means do not end; none at all; or a channel that does not apply. */
const found = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('NOT_OFFERED' as const, 'NOT_APPLICABLE' as const) },
);
const structures = fc.array(
  fc.record({ category: fc.constantFrom('towns', 'regions'), found: fc.tuple(found, found, found) }),
  {
    maxLength: 25,
  },
);

/** One criterion a channel, so that its score is that of the channel. */
const channelOf = (
  code: string,
  own: { weight: number; compared: boolean; whenAbsent: Policy; floor: number },
): ChannelRule => ({
  ...{ code, weight: String(own.weight), floor: String(own.floor), whenAbsent: own.whenAbsent },
  ...{ optional: true, compared: own.compared },
  criteria: [
    {
      ...{ code, weight: '1', scale: { type: 'LINEAR', zeroAt: '0', oneAt: '9' } },
      absences: { NOT_OFFERED: 'RENORMALISE', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'RENORMALISE' },
    },
  ],
});
const findingsOf = (found: readonly (readonly number[] | 'NOT_OFFERED' | 'NOT_APPLICABLE')[]): Finding[] =>
  found.flatMap((marks, c): Finding[] => {
    const criterion = codes[c] as string;
    return typeof marks === 'string'
      ? [{ criterion, value: null, absence: marks }]
      : marks.map((mark) => ({ criterion, value: String(mark), absence: null }));
  });

test('a simulation says what the official computation would say with those weights and policies', () =>
  fc.assert(
    fc.property(structures, settings, (structures, settings) => {
      const rules = { channels: codes.map((code, c) => channelOf(code, settings[c] as (typeof settings)[0])) };
      const exact = structures.map(({ category, found }, id) => ({
        ...{ id: String(id), category },
        ...scoreOf(rules, findingsOf(found)),
      }));
      const entrants = exact.map(
        ({ category, channels }): Entrant => ({
          ...{ category, rank: null, score: null, excluded: false },
          channels: channels.map(({ score }) => score && rounded(score, 12)),
          notApplicable: channels.filter(({ share }) => share === null).map(({ code }) => code),
        }),
      );
      const { scores, ranks } = simulate(fieldOf(codes, entrants), settings);
      const places = placesOf(exact);
      for (const [i, { id, score }] of exact.entries()) {
        expect(ranks[i]).toBe(places.get(id) ?? 0);
        if (score) expect(scores[i]).toBeCloseTo(score.valueOf(), 9);
        else expect(scores[i]).toBeNaN();
      }
    }),
    { numRuns: 500 },
  ));

test('the address of a simulation gives it back, and says nothing of what is as in the grid', () =>
  fc.assert(
    fc.property(settings, settings, (grid, moved) => {
      const official = officialSettings(
        grid.map((own, c) => ({
          ...{ code: codes[c] as string, ...own },
          ...{ weight: String(own.weight), floor: String(own.floor) },
        })),
      );
      const chosen = moved.map((own, c) => ({ code: codes[c] as string, ...own }));
      const address = addressOf(new URLSearchParams('category=towns'), chosen, official);
      const read = settingsIn(new URLSearchParams(address.toString()), official);
      for (const [c, own] of chosen.entries())
        expect(read[c]).toEqual({ ...own, floor: own.whenAbsent === 'FLOOR' ? own.floor : official[c]?.floor });
      expect(addressOf(address, official, official).toString()).toBe('category=towns');
    }),
  ));
