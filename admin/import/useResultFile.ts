import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { type CsvColumn, download } from '../kernel/csv.ts';
import { type FileKind, fileOf } from '../kernel/list/file.ts';
import { rowsOf } from '../kernel/rows.ts';
import { type Run, type Verdict, Verdicts } from './import.graphql.ts';
import { useFaultWords } from './useFaultWords.ts';

/** The file as it came, with what became of each row and why: what is corrected there can be dropped again. */
export function useResultFile(run: Run) {
  const translate = useTranslate();
  const notify = useNotify();
  const sentence = useFaultWords();
  const [pending, setPending] = useState(false);
  // Labels are words already: a heading of a file is not a key of the dictionary.
  const columns: readonly CsvColumn<Verdict>[] = [
    ...run.headings.map(({ heading }, i) => ({ label: heading, value: ({ cells }: Verdict) => cells[i] })),
    {
      label: translate('room.import.result'),
      value: ({ outcome }) => translate(`enum.ImportOutcome.${outcome}`),
    },
    { label: translate('room.import.motives'), value: ({ faults }) => faults.map(sentence).join(' ; ') },
    { label: translate('room.import.lineOfFile'), value: ({ line }) => line },
  ];
  const save = async (kind: FileKind) => {
    setPending(true);
    try {
      const rows = rowsOf<Verdict>(Verdicts, { runId: run.id });
      const file = await fileOf(kind, rows, columns, (word) => word);
      download(file, `${run.upload.name.replace(/\.\w+$/, '')}-resultats.${kind}`);
    } catch (error) {
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
    } finally {
      setPending(false);
    }
  };
  return { save, pending };
}
