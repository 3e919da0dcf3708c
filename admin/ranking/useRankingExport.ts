import { useNotify, useTranslate } from 'react-admin';
import { type CsvColumn, csvOf, decimal, download } from '../kernel/csv.ts';
import type { CategoryRanking, Line } from './ranking.graphql.ts';

/** Gives the lines one sees as a file, in their order, each score exact with its decimal comma. */
export function useRankingExport(ranking: CategoryRanking, year: number): (lines: readonly Line[]) => void {
  const translate = useTranslate();
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
  ];
  return (lines) => {
    download(csvOf(lines, columns, translate), `barometre-${year}-classement-${ranking.category.code}.csv`);
    notify('list.exported', { type: 'success', messageArgs: { smart_count: lines.length } });
  };
}
