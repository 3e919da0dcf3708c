import { useNotify, useTranslate } from 'react-admin';
import { type CsvColumn, csvOf, decimal, download } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import type { CategoryRanking, Line } from './ranking.graphql.ts';
import { exclusionIn, knockOutsIn } from './Verdict.tsx';

type Translate = ReturnType<typeof useTranslate>;

/** Gives the lines one sees as a file, in their order, each score exact with its decimal comma. */
export function useRankingExport(ranking: CategoryRanking, year: number): (lines: readonly Line[]) => void {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const channels = ranking.lines[0]?.channels.map(({ channel }) => channel) ?? [];
  const columns: readonly CsvColumn<Line>[] = [
    { label: 'room.ranking.rank', value: ({ rank }) => rank },
    { label: 'field.reference', value: ({ enrolment }) => enrolment.structure.reference },
    { label: 'field.structure', value: ({ enrolment }) => enrolment.structure.name },
    { label: 'field.departmentCode', value: ({ enrolment }) => enrolment.structure.departmentCode },
    { label: 'room.ranking.score', value: ({ score }) => decimal(score) },
    ...channels.map(({ code }) => ({
      label: `enum.ChannelCode.${code}`,
      value: (line: Line) => decimal(line.channels.find(({ channel }) => channel.code === code)?.score),
    })),
    { label: 'room.ranking.mean', value: () => decimal(ranking.mean) },
    { label: 'room.sheet.base', value: ({ base }) => base },
    ...uncertaintyOf(translate),
    { label: 'room.robustness.column.exclusion', value: (line) => exclusionIn(translate, line) },
    { label: 'room.robustness.column.knockOuts', value: (line) => knockOutsIn(translate, format, line) },
  ];
  return (lines) => {
    download(csvOf(lines, columns, translate), `barometre-${year}-classement-${ranking.category.code}.csv`);
    notify('list.exported', { type: 'success', messageArgs: { smart_count: lines.length } });
  };
}

/** What is known of how sure each figure is. These are floating point: two decimals say more than enough. */
function uncertaintyOf(translate: Translate): CsvColumn<Line>[] {
  const [scores, ranks] = [
    ['scoreLow', 'scoreHigh', 'weightScoreLow', 'weightScoreHigh'] as const,
    ['rankLow', 'rankHigh', 'tiedFrom', 'tiedTo', 'weightRankLow', 'weightRankHigh'] as const,
  ];
  return [
    ...scores.map((code) => ({
      label: `room.robustness.column.${code}`,
      value: ({ robustness }: Line) => decimal(robustness?.[code]?.toFixed(2)),
    })),
    ...ranks.map((code) => ({
      label: `room.robustness.column.${code}`,
      value: ({ robustness }: Line) => robustness?.[code],
    })),
    {
      label: 'room.robustness.column.reason',
      value: ({ robustness }) => robustness?.reason && translate(`room.robustness.reason.${robustness.reason}`),
    },
    {
      label: 'room.robustness.column.bounded',
      value: ({ robustness }) => robustness?.bounded.map((code) => translate(`enum.ChannelCode.${code}`)),
    },
  ];
}
