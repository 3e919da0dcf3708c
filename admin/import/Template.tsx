import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { download } from '../kernel/csv.ts';
import { csvTemplate, type TemplateColumn, xlsxTemplate } from './template.ts';

interface TemplateProps {
  readonly name: string;
  /** Of which channel, when there is one template a channel. */
  readonly channel?: string;
  readonly columns: readonly TemplateColumn[];
}

/** An empty file to fill in: a workbook that offers its values or, for other tools, a CSV. */
export const Template = ({ name, channel, columns }: TemplateProps) => {
  const translate = useTranslate();
  const words = (key: string) =>
    channel ? translate(`room.import.${key}For`, { channel }) : translate(`room.import.${key}`);
  const workbook = async () =>
    download(await xlsxTemplate(columns, channel ?? translate('room.import.template')), `modele-${name}.xlsx`);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<FileDownloadOutlined />}
        disabled={columns.length === 0}
        onClick={() => void workbook()}
      >
        {words('template')}
      </Button>
      <Button
        color="inherit"
        disabled={columns.length === 0}
        onClick={() => download(csvTemplate(columns), `modele-${name}.csv`)}
      >
        {words('templateCsv')}
      </Button>
    </Box>
  );
};
