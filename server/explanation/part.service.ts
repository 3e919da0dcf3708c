import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import type { ChannelCell } from '../ranking/ranking.ts';
import { Score } from '../ranking/score.ts';
import type { ChannelScore } from '../score/channel.rules.ts';
import { rounded } from '../score/exact.rules.ts';
import type { StructureScore } from '../score/score.rules.ts';
import type { ChannelPart, CriterionPart, Explanation } from './explanation.rules.ts';
import { pointsOr } from './points.ts';
import type { Reading } from './sheet.service.ts';
import type { ChannelLine, ChannelOutcome, CriterionLine } from './sheet.ts';

/** Each channel of a sheet, with what it and its criteria bring to the overall score. */
export async function channelLinesOf(
  em: EntityManager,
  reading: Reading,
  structure: StructureScore | null,
  explained: Explanation | null,
): Promise<ChannelLine[]> {
  const { run, line, ranking, tellsMean } = reading;
  const rows = await em.find(
    Score,
    { run, enrolment: line.enrolment, channel: { $ne: null } },
    { populate: ['criterion.step'], orderBy: { criterion: { position: 'asc' } } },
  );
  return line.channels.map((cell, i): ChannelLine => {
    const own = rows.filter(({ channel }) => channel?.id === cell.channel.id);
    const contributors = ranking.lines.filter(({ channels }) => channels[i]?.score != null).length;
    const [scored, part] = [structure, explained].map(
      (whole) => whole?.channels.find(({ code }) => code === cell.channel.code) ?? null,
    ) as [ChannelScore | null, ChannelPart | null];
    return {
      ...told(cell, scored, part),
      mean: tellsMean(`channel.${cell.channel.code}`, contributors) ? cell.mean : null,
      structureCount: contributors,
      base: own.find(({ criterion }) => criterion === null)?.base ?? 0,
      criteria: reading.detailed ? own.flatMap((row) => criterionLineOf(row, part)) : [],
    };
  });
}

/** What became of a channel; the little that is known of it in a run that this engine cannot retrace. */
const told = (cell: ChannelCell, scored: ChannelScore | null, part: ChannelPart | null) => ({
  ...{ channel: cell.channel, score: cell.score },
  outcome: (scored?.outcome as ChannelOutcome | undefined) ?? null,
  earned: shown(scored?.earned, 2) ?? cell.score,
  bonus: shown(scored?.bonus, 2) ?? '0.00',
  capped: shown(scored?.capped, 2) ?? '0.00',
  counted: scored ? shown(scored.counted, 2) : null,
  share: shown(part?.share, 4),
  ...{ part: pointsOr(part?.points), cap: pointsOr(part?.cap), floor: pointsOr(part?.floor) },
});

function criterionLineOf({ criterion, value, base }: Score, part: ChannelPart | null): CriterionLine[] {
  if (!criterion) return [];
  const own = criterion.getEntity();
  const brought = partsIn(part).find(({ code }) => code === own.code);
  return [
    { ...{ criterion: own, score: value, base }, part: pointsOr(brought?.points), gain: pointsOr(brought?.gain) },
  ];
}

const partsIn = (part: ChannelPart | null): CriterionPart[] =>
  part ? [...part.steps.flatMap(({ criteria }) => criteria), ...part.bonus] : [];

const shown = (value: Fraction | null | undefined, places: number): string | null =>
  value ? rounded(value, places) : null;
