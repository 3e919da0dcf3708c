import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { type RaRecord, useDataProvider, useListContext, useNotify, useTranslate } from 'react-admin';
import { codeIn } from '../api.ts';
import { allRows, type CsvColumn, csvOf, download } from '../csv.ts';
import { useEdition } from '../edition.tsx';

/** Exports exactly what is filtered, in the order it is sorted, whatever the page one is on. */
export const ExportButton = <T extends RaRecord>({ columns }: { readonly columns: readonly CsvColumn<T>[] }) => {
  const { resource, filter, filterValues, sort, total } = useListContext<T>();
  const translate = useTranslate();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const edition = useEdition();
  const [progress, setProgress] = useState<string | null>(null);
  const save = async () => {
    try {
      const params = { sort, filter: { ...filterValues, ...filter } };
      const rows = await allRows<T>(dataProvider, resource, params, (done, all) =>
        setProgress(translate('list.exporting', { done, total: all })),
      );
      const name = translate(`resources.${resource}.name`, { smart_count: 2 }).toLowerCase().replace(/\s+/g, '-');
      download(
        csvOf(rows, columns, (key) => translate(key)),
        `barometre-${edition ? `${edition.year}-` : ''}${name}.csv`,
      );
      notify('list.exported', { type: 'success', messageArgs: { smart_count: rows.length } });
    } catch (error) {
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
    } finally {
      setProgress(null);
    }
  };
  return (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<FileDownloadOutlined />}
      disabled={progress !== null || !total}
      onClick={save}
    >
      <span aria-live="polite">{progress ?? translate('list.export')}</span>
    </Button>
  );
};
