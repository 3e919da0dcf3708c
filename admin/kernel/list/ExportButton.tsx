import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, Divider, ListItemText, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { type RaRecord, useListContext, useTranslate } from 'react-admin';
import type { CsvColumn } from '../csv.ts';
import { useFormat } from '../format.ts';
import { chosenOf } from './columns.ts';
import type { FileKind } from './file.ts';
import { useColumns } from './tools.tsx';
import { useExport } from './useExport.ts';

/** Exports exactly what is filtered, in the order it is sorted: the columns one sees, or all there are. */
export const ExportButton = <T extends RaRecord>({ columns }: { readonly columns: readonly CsvColumn<T>[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { total, filter, filterValues, sort } = useListContext<T>();
  const { shown } = useColumns();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { save, progress, cancel } = useExport<T>();
  const id = useId();
  const choose = (kind: FileKind, some: readonly CsvColumn<T>[]) => {
    setAnchor(null);
    void save(kind, some, { filter: { ...filterValues, ...filter }, sort });
  };
  const kinds: readonly FileKind[] = ['xlsx', 'csv'];
  if (progress)
    return (
      <Button variant="outlined" color="inherit" onClick={cancel}>
        <span aria-live="polite">
          {translate('list.exporting', { done: format.number(progress.done), total: format.number(progress.total) })}
          {' · '}
          {translate('list.stopExport')}
        </span>
      </Button>
    );
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<FileDownloadOutlined />}
        disabled={!total}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {translate('list.exportTo')}
      </Button>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListSubheader sx={{ lineHeight: 2.4, bgcolor: 'transparent' }}>
          {translate('list.exportRows', { smart_count: total ?? 0, count: format.number(total) })}
        </ListSubheader>
        {kinds.map((kind) => (
          <MenuItem key={kind} onClick={() => choose(kind, chosenOf(columns, shown))}>
            <ListItemText primary={translate(`list.file.${kind}`)} secondary={translate('list.exportShown')} />
          </MenuItem>
        ))}
        <Divider component="li" />
        {kinds.map((kind) => (
          <MenuItem key={kind} onClick={() => choose(kind, columns)}>
            <ListItemText
              primary={translate(`list.file.${kind}`)}
              secondary={translate('list.exportAll', { smart_count: columns.length })}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
