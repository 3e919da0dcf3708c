import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { type ComparedEdition, changeOf, comparisonOf, type Series } from '../../server/comparison/comparison.rules.ts';
import { eachPart, type Restriction, restrictions, sharedOut } from '../../server/comparison/shapley.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';
import type { Rules } from '../../server/score/score.rules.ts';
import { sumOf } from '../support/arbitrary.ts';
import { anyEdition, editionOf, entrantsOn, found, grid, told } from '../support/compared.ts';

const series: readonly Series[] = [
  {},
  { category: 'towns' },
  { channel: 'c0' },
  { channel: 'c1', category: 'regions' },
];
const pair = fc.tuple(anyEdition, anyEdition);
const keys = ['a', 'b', 'c', 'd'];
const changesOf = (before: ComparedEdition, after: ComparedEdition) => {
  const comparison = comparisonOf(before, after);
  return series.map((each) => changeOf(comparison, each));
};

test('the four parts add up to the change exactly, overall, by category and by channel', () => {
  let split = 0;
  fc.assert(
    fc.property(pair, ([before, after]) => {
      for (const { change, parts, unsplit } of changesOf(before, after)) {
        expect(parts === null).toBe(unsplit !== null);
        if (!parts || !change) continue;
        split += 1;
        expect(sumOf(Object.values(parts)).equals(change)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(split).toBeGreaterThan(100);
});

test('comparing the other way round gives exactly the opposite parts', () =>
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const back = changesOf(after, before);
      for (const [i, { parts }] of changesOf(before, after).entries()) {
        const opposite = parts && { ...eachPart((part) => parts[part].neg()), likeForLike: parts.likeForLike.neg() };
        expect(told({ parts: opposite })).toEqual(told(back[i] ?? { parts: null }));
      }
    }),
  ));

test('the order of structures, channels, criteria and findings changes nothing', () =>
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const reversed = ({ rules, entrants }: ComparedEdition) =>
        editionOf(
          {
            ...rules,
            channels: rules.channels.map((each) => ({ ...each, criteria: each.criteria.toReversed() })).toReversed(),
          },
          entrants.map((each) => ({ ...each, findings: each.findings.toReversed() })).toReversed(),
        );
      expect(changesOf(reversed(before), reversed(after)).map(told)).toEqual(changesOf(before, after).map(told));
    }),
  ));

/** Only the named part may differ from 0; how often it did. */
function onlyMoves(
  part: keyof NonNullable<ReturnType<typeof told>>,
  editions: fc.Arbitrary<[ComparedEdition, ComparedEdition]>,
) {
  let moved = 0;
  fc.assert(
    fc.property(editions, ([before, after]) => {
      for (const change of changesOf(before, after)) {
        if (!change.parts) continue;
        expect(told(change)).toEqual({
          ...{ likeForLike: '0', grid: '0', panel: '0', coverage: '0', [part]: change.change?.toFraction() },
        });
        if (!change.change?.equals(0)) moved += 1;
      }
    }),
  );
  return moved;
}

test('when the grid alone changes, the whole change is its own', () => {
  const added = { weight: '2', scale: { type: 'YES_NO', yes: '1', no: '0' } as const };
  const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'EXCLUDE', REFUSED: 'ZERO' } as const;
  const regraded = (rules: Rules, factor: number): Rules => ({
    ...rules,
    channels: rules.channels.map((channel, i) => ({
      ...channel,
      ...{ weight: String(Number(channel.weight) + factor + i), whenAbsent: 'ZERO' as const, optional: false },
      criteria: [
        ...channel.criteria.map((each, j) => ({
          ...each,
          ...{ weight: String(1 + ((factor * (j + 1)) % 4)), absences },
          scale: each.scale.type === 'LINEAR' ? { ...each.scale, oneAt: '7' } : each.scale,
        })),
        { ...added, code: `${channel.code}.new`, absences },
      ],
    })),
  });
  const answered = (findings: readonly Finding[], { channels }: Rules) => [
    ...findings,
    ...channels.flatMap(({ code, criteria }) =>
      criteria.some((each) =>
        findings.some(({ criterion, absence }) => criterion === each.code && absence !== 'NOT_APPLICABLE'),
      )
        ? [found(`${code}.new`, String(findings.length % 2))]
        : [],
    ),
  ];
  const editions = grid.chain((rules) =>
    fc.tuple(entrantsOn(rules, keys), fc.nat(3)).map(([entrants, factor]): [ComparedEdition, ComparedEdition] => [
      editionOf(rules, entrants),
      editionOf(
        regraded(rules, factor),
        entrants.map((each) => ({ ...each, findings: answered(each.findings, rules) })),
      ),
    ]),
  );
  expect(onlyMoves('grid', editions)).toBeGreaterThan(50);
});

test('when structures alone enter and leave, the whole change is theirs', () => {
  const editions = grid.chain((rules) =>
    fc
      .tuple(entrantsOn(rules, [...keys, 'e', 'f']), fc.nat(3), fc.nat(3))
      .map(([entrants, left, entered]): [ComparedEdition, ComparedEdition] => [
        editionOf(rules, entrants.slice(0, 6 - entered)),
        editionOf(rules, entrants.slice(left)),
      ]),
  );
  expect(onlyMoves('panel', editions)).toBeGreaterThan(50);
});

test('when structures are tested on other channels alone, the whole change is that of coverage', () => {
  const whole = grid.filter(({ channels }) => channels.length > 1);
  const editions = whole.chain((rules) =>
    fc
      .tuple(entrantsOn(rules, keys), fc.array(fc.nat(rules.channels.length), { minLength: 8, maxLength: 8 }))
      .map(([entrants, dropped]): [ComparedEdition, ComparedEdition] => {
        const without = (offset: number) =>
          entrants.map((each, i) => {
            const gone = rules.channels[dropped[i + offset] ?? 0]?.criteria.map(({ code }) => code) ?? [];
            // A structure that would have nothing left keeps everything: to leave is a change of panel.
            const rest = each.findings.filter(({ criterion }) => !gone.includes(criterion));
            return rest.length === 0 ? each : { ...each, findings: rest };
          });
        return [editionOf(rules, without(0)), editionOf(rules, without(4))];
      }),
  );
  expect(onlyMoves('coverage', editions)).toBeGreaterThan(30);
});

test('when values alone change, the whole change is like for like', () => {
  const editions = grid.chain((rules) =>
    fc
      .tuple(entrantsOn(rules, keys), fc.infiniteStream(fc.nat(5)))
      .map(([entrants, stream]): [ComparedEdition, ComparedEdition] => [
        editionOf(rules, entrants),
        editionOf(
          rules,
          entrants.map((each) => ({
            ...each,
            findings: each.findings.map((one) => {
              if (one.value === null) return one;
              const next = Number(stream.next().value);
              const yesNo = rules.channels.some(({ criteria }) =>
                criteria.some(({ code, scale }) => code === one.criterion && scale.type === 'YES_NO'),
              );
              return { ...one, value: String(yesNo ? next % 2 : next) };
            }),
          })),
        ),
      ]),
  );
  expect(onlyMoves('likeForLike', editions)).toBeGreaterThan(50);
});

test('no restriction is favoured: renamed, each keeps its part, and one that changes nothing has none', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }), (figures) => {
      const bits = (held: ReadonlySet<Restriction>, order: readonly Restriction[]) =>
        order.reduce((at, each, i) => at + (held.has(each) ? 1 << i : 0), 0);
      const figureIn = (order: readonly Restriction[], mask = 7) =>
        sharedOut((held) => new Fraction(figures[bits(held, order) & mask] ?? 0));
      const [one, renamed] = [figureIn(restrictions), figureIn(['coverage', 'grid', 'panel'])];
      expect([one.grid, one.panel, one.coverage].map(String)).toEqual(
        [renamed.coverage, renamed.grid, renamed.panel].map(String),
      );
      expect(sumOf(Object.values(one)).equals((figures[0] ?? 0) - (figures[7] ?? 0))).toBe(true);
      expect(figureIn(restrictions, 5).panel.equals(0)).toBe(true);
    }),
  ));
