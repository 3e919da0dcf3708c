import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type CsvColumn, csvOf, download } from '../kernel/csv.ts';

interface SaveButtonProps<T> {
  readonly rows: readonly T[];
  /** Their labels are already words. */
  readonly columns: readonly CsvColumn<T>[];
  readonly file: string;
}

/** Gives exactly the rows one sees as a file. */
export const SaveButton = <T,>({ rows, columns, file }: SaveButtonProps<T>) => {
  const translate = useTranslate();
  return (
    <Button
      color="inherit"
      variant="outlined"
      startIcon={<FileDownloadOutlined />}
      onClick={() =>
        download(
          csvOf(rows, columns, (label) => label),
          file,
        )
      }
    >
      {translate('list.export')}
    </Button>
  );
};
