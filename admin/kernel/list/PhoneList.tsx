import { Box, Checkbox, List, ListItemButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import {
  type RaRecord,
  useGetPathForRecordCallback,
  useGetRecordRepresentation,
  useListContext,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { useListTools } from './tools.tsx';

/** What a row says on a phone: its name, a line below, and at the right a figure or a state. */
export type PhoneRow<T> = (record: T) => {
  readonly name: ReactNode;
  readonly more?: ReactNode;
  readonly side?: ReactNode;
};

/** The same rows as the table, for a hand. */
export const PhoneList = <T extends RaRecord>({ row }: { readonly row: PhoneRow<T> }) => {
  const { data } = useListContext<T>();
  return (
    <List disablePadding>
      {data?.map((record) => (
        <Row key={record.id} record={record} row={row} />
      ))}
    </List>
  );
};

const Row = <T extends RaRecord>({ record, row }: { readonly record: T; readonly row: PhoneRow<T> }) => {
  const resource = useResourceContext() ?? '';
  const pathOf = useGetPathForRecordCallback();
  const [path, setPath] = useState<string | false>(false);
  useEffect(
    () => void Promise.resolve(pathOf({ record, resource })).then((found) => setPath(found ?? false)),
    [pathOf, record, resource],
  );
  const { name, more, side } = row(record);
  const content = (
    <>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        {more && (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {more}
          </Typography>
        )}
      </Box>
      {side && <Box sx={{ flexShrink: 0, fontVariantNumeric: 'tabular-nums' }}>{side}</Box>}
    </>
  );
  const look = {
    gap: 3,
    px: 4,
    py: 2,
    minHeight: 56,
    display: 'flex',
    flex: 1,
    minWidth: 0,
    alignItems: 'center',
  };
  return (
    <Box component="li" data-row sx={{ display: 'flex', borderBottom: 1, borderColor: 'divider' }}>
      <Tick record={record} />
      {path ? (
        <ListItemButton component={Link} to={path} sx={look}>
          {content}
        </ListItemButton>
      ) : (
        <Box sx={look}>{content}</Box>
      )}
    </Box>
  );
};

/** Ticks a row, where there is something to do to several. */
const Tick = ({ record }: { readonly record: RaRecord }) => {
  const translate = useTranslate();
  const { bulk } = useListTools();
  const { selectedIds, onToggleItem } = useListContext();
  const nameOf = useGetRecordRepresentation(useResourceContext());
  if (!bulk) return null;
  return (
    <Checkbox
      checked={selectedIds.includes(record.id)}
      onChange={() => onToggleItem(record.id)}
      slotProps={{ input: { 'aria-label': translate('list.bulk.tick', { name: String(nameOf(record)) }) } }}
      sx={{ width: 48, ml: 1, flexShrink: 0 }}
    />
  );
};
