import type { EntityManager } from '@mikro-orm/postgresql';
import { anyNeutralised, countedOn } from '../audit/counted.ts';
import { isOfCounted } from '../enrolment/counted.ts';
import type { Grid } from '../grid/grid.ts';
import type { ChannelRule } from '../score/channel.rules.ts';
import type { Absence, CriterionRule, Finding } from '../score/measure.rules.ts';
import { pointsOf } from '../score/scale.rules.ts';
import type { Rules } from '../score/score.rules.ts';
import type { Sampled, SampledChannel } from '../uncertainty/sample.rules.ts';
import type { Scored } from './scoring.ts';

/** What one test found on a criterion; neutralised, it counts as not applicable, and what was seen is kept beside it. */
export interface SeenFinding extends Finding {
  readonly neutralised?: Pick<Finding, 'value' | 'absence'> & { readonly motive: string };
}

/** What one test found, by criterion. */
type Test = ReadonlyMap<string, SeenFinding>;

/** The validated tests of an edition: by enrolment, then by channel. */
export type Tests = ReadonlyMap<string, ReadonlyMap<string, readonly Test[]>>;

interface Line {
  readonly enrolment: string;
  readonly channel: string;
  readonly audit: string;
  readonly criterion: string;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly motive: string | null;
  readonly seen: string | null;
  readonly seenAbsence: Absence | null;
}

/** Reads every validated test of the edition of a grid, or of some enrolments, criterion by criterion of that grid. */
export async function testsOf(
  em: EntityManager,
  grid: Grid,
  enrolments: readonly string[] | null = null,
): Promise<Tests> {
  const ids = enrolments && `{${enrolments.join(',')}}`;
  const seen = (await anyNeutralised(em, grid.id))
    ? 'm.motive, m.seen, m.seen_absence'
    : 'null as motive, null as seen, null';
  const lines: Line[] = await em.execute(
    `select a.enrolment_id as enrolment, h.code as channel, a.reference as audit, c.code as criterion,
       coalesce(m.choice, trim_scale(m.amount)::text) as value, m.absence, ${seen} as "seenAbsence"
     from audit a ${await countedOn(em, grid)} join criterion c on c.id = m.criterion_id
       join channel h on h.id = a.channel_id
     where a.edition_id = ? and a.state = 'VALIDATED' and ${isOfCounted('a')} and (?::uuid[] is null or a.enrolment_id = any(?::uuid[]))
     order by a.reference collate "C", c.code collate "C"`,
    [grid.edition.id, ids, ids],
  );
  const byEnrolment = Map.groupBy(lines, ({ enrolment }) => enrolment);
  return new Map(
    [...byEnrolment].map(([enrolment, own]) => [
      enrolment,
      new Map([...Map.groupBy(own, ({ channel }) => channel)].map(([code, all]) => [code, inTests(all)])),
    ]),
  );
}

const inTests = (lines: readonly Line[]): Test[] =>
  [...Map.groupBy(lines, ({ audit }) => audit).values()].map(
    (test) => new Map(test.map((line) => [line.criterion, findingIn(line)])),
  );

const findingIn = ({ criterion, value, absence, motive, seen, seenAbsence }: Line): SeenFinding => ({
  ...{ criterion, value, absence },
  ...(motive === null ? {} : { neutralised: { value: seen, absence: seenAbsence, motive } }),
});

/** One scored structure as the study of uncertainty sees it: floating point, and only what enters its score. */
export function sampledOf({ channels }: Rules, scored: Scored, tests: Tests): Sampled {
  return {
    id: scored.enrolled.reference,
    channels: scored.channels.flatMap((channel, i): SampledChannel[] => {
      const rule = channels[i];
      if (!rule || channel.counted === null) return [];
      const fixed = { code: rule.code, weight: Number(rule.weight), score: channel.counted.valueOf() };
      if (channel.outcome !== 'SCORED') return [{ ...fixed, tests: [], criteria: [], bonus: 0 }];
      const own = tests.get(scored.enrolled.id)?.get(rule.code) ?? [];
      return [
        {
          ...fixed,
          tests: own.map((test) => influenceOf(rule, channel, test, own.length)),
          criteria: rule.criteria.flatMap(({ code, bonus }, i) => {
            const score = channel.criteria[i]?.score;
            return score && !bonus
              ? [{ code, weight: channel.effects[i]?.valueOf() ?? 0, score: score.valueOf() }]
              : [];
          }),
          bonus: channel.bonus.valueOf(),
        },
      ];
    }),
  };
}

/**
 * How far the score of a channel would go if all its tests were like this one, to the first order: n × Σ effect ×
 * (mark − mean) / nᵢ over the criteria it marked. When every test marks every criterion, it is the score of the test
 * less the mean. A bonus that its cap cuts no longer varies.
 */
function influenceOf(rule: ChannelRule, channel: Scored['channels'][number], test: Test, count: number): number {
  let influence = 0;
  for (const [i, criterion] of rule.criteria.entries()) {
    const { score, base } = channel.criteria[i] ?? { score: null, base: 0 };
    const mark = markOf(criterion, test.get(criterion.code));
    if (score === null || mark === null || (criterion.bonus && !channel.capped.equals(0))) continue;
    influence += ((channel.effects[i]?.valueOf() ?? 0) * (mark - score.valueOf())) / base;
  }
  return count * influence;
}

/** The mark of one finding on 100; null when it leaves the denominator. */
function markOf(criterion: CriterionRule, finding: Finding | undefined): number | null {
  if (!finding) return null;
  if (finding.value !== null) return 100 * pointsOf(criterion.scale, finding.value).valueOf();
  if (finding.absence === null || finding.absence === 'NOT_APPLICABLE') return null;
  const policy = criterion.absences[finding.absence];
  if (policy === 'ZERO') return 0;
  return policy === 'FLOOR' ? Number(criterion.floor ?? 0) : null;
}
