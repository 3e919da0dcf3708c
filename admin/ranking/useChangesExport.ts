import { useNotify, useTranslate } from 'react-admin';
import { type CsvColumn, csvOf, decimal, download } from '../kernel/csv.ts';
import type { Change } from './ranking.graphql.ts';

const columns: readonly CsvColumn<Change>[] = [
  { label: 'room.preview.category', value: ({ enrolment }) => enrolment.category.label },
  { label: 'field.reference', value: ({ enrolment }) => enrolment.structure.reference },
  { label: 'field.structure', value: ({ enrolment }) => enrolment.structure.name },
  { label: 'room.preview.scoreBefore', value: ({ scoreBefore }) => decimal(scoreBefore) },
  { label: 'room.preview.scoreAfter', value: ({ scoreAfter }) => decimal(scoreAfter) },
  { label: 'room.preview.rankBefore', value: ({ rankBefore }) => rankBefore },
  { label: 'room.preview.rankAfter', value: ({ rankAfter }) => rankAfter },
];

/** Gives the changes one sees as a file, before they are made. */
export function useChangesExport(year: number): (changes: readonly Change[]) => void {
  const translate = useTranslate();
  const notify = useNotify();
  return (changes) => {
    download(csvOf(changes, columns, translate), `barometre-${year}-changements-de-notes.csv`);
    notify('list.exported', { type: 'success', messageArgs: { smart_count: changes.length } });
  };
}
