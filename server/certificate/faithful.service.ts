import type { EntityManager } from '@mikro-orm/postgresql';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import { channelDetailOf, overallDetailOf } from '../ranking/detail.rules.ts';
import type { ScoreRun } from '../ranking/score.ts';
import type { StructureScore } from '../score/score.rules.ts';

/** What a run keeps of structures, by enrolment: one line overall, one a channel, one a criterion. */
export type KeptLines = ReadonlyMap<string, readonly KeptLine[]>;

interface KeptLine {
  readonly enrolment: string;
  readonly channel: string | null;
  readonly criterion: string | null;
  readonly exact: string | null;
  readonly base: number;
  readonly detail: Json;
}

/** Reads every line that a run keeps of some structures. */
export async function keptLinesOf(em: EntityManager, run: ScoreRun, enrolments: readonly string[]): Promise<KeptLines> {
  const lines: KeptLine[] = await em.execute(
    `select s.enrolment_id as enrolment, c.code as channel, q.code as criterion, s.exact, s.base, s.detail
     from score s left join channel c on c.id = s.channel_id left join criterion q on q.id = s.criterion_id
     where s.run_id = ? and s.enrolment_id = any(?::uuid[])`,
    [run.id, `{${enrolments.join(',')}}`],
  );
  return Map.groupBy(lines, ({ enrolment }) => enrolment);
}

/** Whether a score found now is the one a run keeps, down to the last criterion: not its total alone. */
export function isFaithful(kept: readonly KeptLine[], found: StructureScore): boolean {
  const said = kept.map(({ channel, criterion, exact, base, detail }) => [channel, criterion, exact, base, detail]);
  return inOneText(said) === inOneText(linesOf(found));
}

const linesOf = (found: StructureScore): Json[] => [
  [null, null, exactOf(found), found.base, { ...overallDetailOf(found) } as unknown as Json],
  ...found.channels.flatMap((channel) => [
    [channel.code, null, exactOf(channel), channel.base, { ...channelDetailOf(channel) }],
    ...channel.criteria.map((each) => [channel.code, each.code, exactOf(each), each.base, null]),
  ]),
];

const exactOf = ({ score }: Pick<StructureScore, 'score'>): string | null => score?.toFraction() ?? null;
const inOneText = (lines: readonly Json[]): string => lines.map(canonical).sort().join('\n');
