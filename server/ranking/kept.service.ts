import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Grid } from '../grid/grid.ts';
import { rulesInForce } from '../grid/policy.service.ts';
import type { Missing } from '../score/measure.rules.ts';
import { recalledScoreOf } from '../score/recall.rules.ts';
import type { Exclusion, Rules, StructureScore } from '../score/score.rules.ts';
import type { ChannelDetail, OverallDetail } from './detail.rules.ts';
import type { ScoreRun } from './score.ts';

/** What a run was computed with: its grid, under the policy of the time. */
export interface RunRules {
  readonly grid: Grid;
  readonly rules: Rules;
}

/** What a run keeps of one structure. */
export interface Kept {
  /** Its score with every part; null when this arithmetic does not find the score that the run keeps. */
  readonly structure: StructureScore | null;
  /** Null for a run of an engine that kept none. */
  readonly detail: OverallDetail | null;
}

interface Line {
  readonly id: string;
  readonly channel: string | null;
  readonly criterion: string | null;
  readonly exact: string | null;
  readonly detail: OverallDetail | ChannelDetail | null;
}

/** The rules of a run, which later grids and policies do not change. */
export async function rulesOfRun(em: EntityManager, run: ScoreRun): Promise<RunRules> {
  const populate = ['channels.criteria.step', 'steps', 'indicators'] as const;
  const grid = await em.findOneOrFail(Grid, { id: run.grid.id }, { populate });
  return { grid, rules: rulesInForce(grid, (await run.policy?.load()) ?? null) };
}

/** What a run keeps of some structures, by enrolment: read from the run, whatever was measured since. */
export async function keptOf(
  em: EntityManager,
  run: ScoreRun,
  rules: Rules,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, Kept>> {
  const lines: Line[] = await em.execute(
    `select s.enrolment_id as id, c.code as channel, q.code as criterion, s.exact, s.detail
     from score s left join channel c on c.id = s.channel_id left join criterion q on q.id = s.criterion_id
     where s.run_id = ? and s.enrolment_id = any(?::uuid[])`,
    [run.id, `{${enrolments.join(',')}}`],
  );
  return new Map([...Map.groupBy(lines, ({ id }) => id)].map(([id, own]) => [id, keptIn(rules, own)]));
}

function keptIn(rules: Rules, lines: readonly Line[]): Kept {
  const overall = lines.find(({ channel }) => channel === null);
  const detail = (overall?.detail ?? null) as OverallDetail | null;
  const scores = lines.flatMap(({ criterion, exact }) =>
    criterion && exact !== null ? [[criterion, new Fraction(exact)] as const] : [],
  );
  const without = lines.flatMap(({ channel, criterion, detail }) =>
    channel && !criterion && (detail as ChannelDetail | null)?.outcome === 'NOT_APPLICABLE' ? [channel] : [],
  );
  const recalled = recalledScoreOf(rules, new Map(scores), new Set(without));
  if (detail?.exclusion) return { detail, structure: { ...recalled, score: null, exclusion: exclusionIn(detail) } };
  const faithful = (overall?.exact ?? null) === (recalled.score?.toFraction() ?? null);
  return { detail, structure: faithful ? recalled : null };
}

function exclusionIn({ exclusion, share }: OverallDetail): Exclusion | null {
  if (!exclusion) return null;
  const { reason, code, absence } = exclusion;
  if (reason === 'TOO_LITTLE_DATA') return { reason, share: new Fraction(share) };
  return reason === 'ABSENCE'
    ? { reason, code: code ?? '', absence: absence as Missing }
    : { reason, code: code ?? '' };
}
