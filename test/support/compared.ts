import fc from 'fast-check';
import type { Nature } from '../../server/comparison/break.rules.ts';
import type { Change, ComparedEdition } from '../../server/comparison/comparison.rules.ts';
import type { Entrant } from '../../server/comparison/tested.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import type { CriterionKind } from '../../server/score/scale.rules.ts';
import type { Rules } from '../../server/score/score.rules.ts';
import { grids } from './scored.ts';

/** The kind of each criterion, as its scale tells it. */
export const naturesOf = ({ channels }: Rules): ReadonlyMap<string, Nature> =>
  new Map(
    channels.flatMap(({ criteria }) =>
      criteria.map(({ code, scale }): [string, Nature] => {
        const kind: CriterionKind = scale.type === 'YES_NO' ? 'YES_NO' : scale.type === 'CHOICE' ? 'CHOICE' : 'SCALE';
        return [code, { kind, unit: null, delay: null, conditions: [] }];
      }),
    ),
  );

/** An edition as two are compared. */
export const editionOf = (rules: Rules, entrants: readonly Entrant[]): ComparedEdition => ({
  ...{ rules, entrants, natures: naturesOf(rules) },
});

export const found = (criterion: string, value: string | null): Finding => ({
  ...{ criterion, value, absence: value === null ? 'NOT_APPLICABLE' : null },
});

const valueOn = ({ scale }: CriterionRule) =>
  scale.type === 'YES_NO' ? fc.constantFrom('0', '1') : fc.integer({ min: 0, max: 5 }).map(String);

const absence = fc.constantFrom('NOT_OBSERVED' as const, 'NOT_OFFERED' as const, 'NOT_APPLICABLE' as const);

/** What the tests of one structure may find on a grid: on each criterion nothing, values or absences. */
export const findingsOn = ({ channels }: Rules): fc.Arbitrary<readonly Finding[]> =>
  fc
    .tuple(
      ...channels
        .flatMap(({ criteria }) => criteria)
        .map((criterion) => {
          const value = valueOn(criterion).map((value) => found(criterion.code, value));
          const none = absence.map((absence): Finding => ({ criterion: criterion.code, value: null, absence }));
          return fc.array(fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: none }), { maxLength: 2 });
        }),
    )
    .map((all) => all.flat());

/** Some structures of two categories measured on a grid. */
export const entrantsOn = (rules: Rules, keys: readonly string[]): fc.Arbitrary<readonly Entrant[]> =>
  fc.tuple(
    ...keys.map((key) =>
      fc.record({ key: fc.constant(key), category: fc.constantFrom('towns', 'regions'), findings: findingsOn(rules) }),
    ),
  );

/** A grid with every criterion's values known, and the same criteria weighed and graded otherwise. */
export const grid = grids(3, 3);

/** An edition with a grid of its own and three to five structures out of six. */
export const anyEdition: fc.Arbitrary<ComparedEdition> = grid.chain((rules) =>
  fc
    .subarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 3, maxLength: 5 })
    .chain((keys) => entrantsOn(rules, keys))
    .map((entrants) => editionOf(rules, entrants)),
);

/** The four parts as text, which compares best; null when there are none. */
export const told = ({ parts }: Pick<Change, 'parts'>) =>
  parts && {
    ...{ likeForLike: parts.likeForLike.toFraction(), grid: parts.grid.toFraction() },
    ...{ panel: parts.panel.toFraction(), coverage: parts.coverage.toFraction() },
  };
