import fc from 'fast-check';
import { ChannelCode } from '../../server/kernel/kinds.ts';
import type { Entrant } from '../../server/ranking/ranking.rules.ts';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import type { IndicatorRule, Test } from '../../server/score/indicator.rules.ts';
import { absences, type CriterionRule, type Finding, policies } from '../../server/score/measure.rules.ts';
import type { PolicyRules } from '../../server/score/policy.rules.ts';
import { type CriterionKind, type Scale, scaleTypes } from '../../server/score/scale.rules.ts';
import type { Rules } from '../../server/score/score.rules.ts';
import { decimal, lines, steps, yesNo } from './arbitrary.ts';
import { figures } from './figures.ts';

/** One test of an imagined structure; only a validated one counts. */
export interface ImaginedTest {
  readonly channel: string;
  readonly state: 'VALIDATED' | 'SUBMITTED' | 'REJECTED';
  readonly found: Test;
}

export interface ImaginedCriterion extends CriterionRule {
  readonly kind: CriterionKind;
}

export interface ImaginedChannel extends ChannelRule {
  readonly criteria: readonly ImaginedCriterion[];
}

export interface ImaginedRules extends Rules {
  readonly channels: readonly ImaginedChannel[];
}

/** A whole edition made up: its grid, the policy in force, some structures and what was found there, its figures. */
export interface Imagined {
  readonly rules: ImaginedRules;
  readonly policy: PolicyRules | null;
  readonly structures: readonly { readonly category: string; readonly tests: readonly ImaginedTest[] }[];
  readonly indicators: readonly IndicatorRule[];
}

export const CATEGORIES = ['k0', 'k1'] as const;
export const STEPS = ['access', 'answer'] as const;

/** The structures as the rules take them: their validated tests. */
export const entrantsOf = ({ structures }: Imagined): Entrant[] =>
  structures.map(({ category, tests }, i) => ({
    ...{ id: String(i), category },
    tests: tests.filter(({ state }) => state === 'VALIDATED').map(({ found }) => found),
  }));

const onHundred = decimal(0, 100, 1);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });
const weight = fc.integer({ min: 0, max: 500 }).map((n) => String(n / 100));
const policy = fc.constantFrom(...policies);
const choices: fc.Arbitrary<Scale> = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 4 })
  .map((points) => ({
    type: 'CHOICE',
    // One is called as an absence is: neither may be taken for the other.
    choices: points.map((n, i) => ({ code: ['REFUSED', 'a', 'b', 'c'][i] ?? '', label: 'x', points: String(n / 20) })),
  }));
const scaled = fc.oneof(yesNo, lines, steps, choices).chain((scale) =>
  fc.record({
    scale: fc.constant(scale),
    kind: fc.constantFrom(
      ...(Object.keys(scaleTypes) as CriterionKind[]).filter((kind) => scaleTypes[kind].includes(scale.type)),
    ),
  }),
);

const criterion = (code: string): fc.Arbitrary<ImaginedCriterion> =>
  fc
    .tuple(
      scaled,
      fc.record({
        ...{ weight, bonus: fc.boolean(), step: fc.constantFrom(...STEPS), floor: maybe(onHundred) },
        absences: fc.record({ NOT_OFFERED: policy, NOT_OBSERVED: policy, REFUSED: policy }),
        minimum: maybe(onHundred),
      }),
    )
    .map(([scale, rule]) => ({ code, ...scale, ...rule }));

const channel = (code: string) =>
  fc.integer({ min: 1, max: 4 }).chain((size) =>
    fc.record({
      ...{ code: fc.constant(code), weight, optional: fc.boolean(), compared: fc.boolean(), whenAbsent: policy },
      ...{ floor: maybe(onHundred), minimum: maybe(onHundred), bonusCap: maybe(onHundred) },
      criteria: fc.tuple(...Array.from({ length: size }, (_, i) => criterion(`${code}.${i}`))),
    }),
  );

const rules: fc.Arbitrary<ImaginedRules> = fc
  .record({
    codes: fc.subarray(Object.values(ChannelCode), { minLength: 1, maxLength: 3 }),
    minimumShare: maybe(decimal(0, 1)),
    steps: maybe(fc.tuple(weight, weight)),
  })
  .chain(({ codes, minimumShare, steps }) =>
    fc.tuple(...codes.map(channel)).map((channels) => ({
      ...{ channels, minimumShare },
      steps: STEPS.map((code, i) => ({ code, weight: steps?.[i] ?? null })),
    })),
  );

const policyOf = ({ channels }: Rules): fc.Arbitrary<PolicyRules> =>
  fc.record(
    {
      absences: fc.record({ NOT_OFFERED: policy, NOT_OBSERVED: policy, REFUSED: policy }, { requiredKeys: [] }),
      channels: fc.tuple(
        ...channels.map(({ code }) =>
          fc.record(
            { code: fc.constant(code), whenAbsent: policy, floor: onHundred, compared: fc.boolean() },
            { requiredKeys: ['code'] },
          ),
        ),
      ),
      ...{ floor: onHundred, minimumShare: maybe(decimal(0, 1)) },
    },
    { requiredKeys: [] },
  );

/** Every value that an import would take. */
function valuesOf({ kind, scale }: ImaginedCriterion): fc.Arbitrary<string> {
  if (scale.type === 'CHOICE') return fc.constantFrom(...scale.choices.map(({ code }) => code));
  switch (kind) {
    case 'COUNT':
      return fc.nat(120).map(String);
    case 'DURATION':
      return decimal(0, 120, 6);
    case 'SHARE':
      return decimal(0, 1, 4);
    case 'SCALE': {
      const ends = scale.type === 'LINEAR' ? [scale.zeroAt, scale.oneAt] : ['0', lastBoundOf(scale)];
      return decimal(Math.min(...ends.map(Number)), Math.max(...ends.map(Number)));
    }
    default:
      return fc.constantFrom('0', '1');
  }
}
const lastBoundOf = (scale: Scale): string => (scale.type === 'STEPS' ? (scale.steps.at(-1)?.below ?? '0') : '1');

const findingOf = (criterion: ImaginedCriterion): fc.Arbitrary<Finding> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: valuesOf(criterion).map((value) => ({ criterion: criterion.code, value, absence: null })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...absences).map((absence) => ({ criterion: criterion.code, value: null, absence })),
    },
  );

const testOf = ({ code, criteria }: ImaginedChannel): fc.Arbitrary<ImaginedTest> =>
  fc.record({
    channel: fc.constant(code),
    state: fc.constantFrom('VALIDATED', 'VALIDATED', 'VALIDATED', 'SUBMITTED', 'REJECTED'),
    found: fc
      .tuple(...criteria.map((each) => fc.option(findingOf(each), { freq: 8 })))
      .map((findings) => new Map(findings.flatMap((found) => (found ? [[found.criterion, found]] : [])))),
  });

/** Editions with every kind of scale, absence, policy, bonus, cap, threshold and figure, and one validated test at least. */
export const imagined: fc.Arbitrary<Imagined> = rules
  .chain((rules) =>
    fc.record({
      rules: fc.constant(rules),
      policy: maybe(policyOf(rules)),
      structures: fc.array(
        fc.record({
          category: fc.constantFrom(...CATEGORIES),
          tests: fc.array(fc.oneof(...rules.channels.map(testOf)), { maxLength: 7 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      indicators: figures(rules, CATEGORIES),
    }),
  )
  .filter(({ structures }) => structures.some(({ tests }) => tests.some(({ state }) => state === 'VALIDATED')));
