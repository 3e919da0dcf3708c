import fc from 'fast-check';
import type { IndicatorRule, ShareRule } from '../../server/score/indicator.rules.ts';
import type { CriterionKind } from '../../server/score/scale.rules.ts';
import { decimal } from './arbitrary.ts';

/** A grid, as far as figures go. */
interface Measured {
  readonly channels: readonly {
    readonly code: string;
    readonly criteria: readonly { readonly code: string; readonly kind: CriterionKind }[];
  }[];
}

/** The figures of an edition: all those of scores, and some shares and means of any of its criteria. */
export function figures({ channels }: Measured, categories: readonly string[]): fc.Arbitrary<IndicatorRule[]> {
  const criteria = channels.flatMap((channel) => channel.criteria);
  const codes = criteria.map(({ code }) => code);
  // Neither a mean nor a bound says anything of the code of a choice.
  const counted = criteria.flatMap(({ code, kind }) => (kind === 'CHOICE' ? [] : [code]));
  const some = [shares(codes, codes, fc.constant('YES'))];
  if (counted.length > 0) some.push(shares(counted, codes, fc.record({ below: decimal(0, 60) })), means(counted));
  const ofScores: IndicatorRule[] = [
    { type: 'STRUCTURES' },
    ...channels.map(({ code }): IndicatorRule => ({ type: 'CHANNEL_SCORE', channel: code })),
    ...categories.map((category): IndicatorRule => ({ type: 'CATEGORY_SCORE', category })),
  ];
  return fc.array(fc.oneof(...some), { minLength: 2, maxLength: 5 }).map((ofTests) => [...ofScores, ...ofTests]);
}

const means = (codes: readonly string[]): fc.Arbitrary<IndicatorRule> =>
  fc.constantFrom(...codes).map((criterion) => ({ type: 'MEAN', criterion }));

function shares(
  passing: readonly string[],
  codes: readonly string[],
  passes: fc.Arbitrary<ShareRule['passes']>,
): fc.Arbitrary<IndicatorRule> {
  const answer = fc.constantFrom('ANY' as const, 'YES' as const);
  const among = fc.option(fc.record({ criterion: fc.constantFrom(...codes), answer }), { nil: undefined });
  const criteria = fc.subarray([...passing], { minLength: 1 });
  return fc
    .record({ criteria, passes, among })
    .map(({ among, ...rule }): ShareRule => ({ type: 'SHARE', ...rule, ...(among && { among }) }));
}
