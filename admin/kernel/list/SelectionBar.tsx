import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { type RaRecord, useListContext, useTranslate } from 'react-admin';
import type { CsvColumn } from '../csv.ts';
import { useFormat } from '../format.ts';
import { BulkDialog } from './BulkDialog.tsx';
import type { BulkAction } from './bulk.ts';
import { chosenOf } from './columns.ts';
import { useColumns, useListTools } from './tools.tsx';
import { useExport } from './useExport.ts';

/** What is ticked, how to tick everything that is filtered, and what can be done with it. Nothing until a row is. */
export const SelectionBar = <T extends RaRecord>({ columns }: { readonly columns: readonly CsvColumn<T>[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { bulk, everything, setEverything } = useListTools();
  const { selectedIds, onSelect, onUnselectItems, total = 0, filter, filterValues, sort, data } = useListContext<T>();
  const { shown } = useColumns();
  const { save, progress } = useExport<T>();
  const [doing, setDoing] = useState<{ readonly action: BulkAction; readonly count: number } | null>(null);
  const count = everything ? total : selectedIds.length;
  const filters = JSON.stringify(filterValues);
  // Everything means what was on screen when it was said: another filter, or a row unticked, takes it back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of these that counts.
  useEffect(() => setEverything(false), [filters, selectedIds.length, setEverything]);
  if (!bulk) return null;
  const exported = () =>
    save('xlsx', chosenOf(columns, shown), {
      filter: everything ? { ...filterValues, ...filter } : { ids: selectedIds },
      sort,
    });
  const pageIsTicked = (data?.length ?? 0) > 0 && data?.every(({ id }) => selectedIds.includes(id));
  return (
    <>
      {count > 0 && (
        <Box role="region" aria-label={translate('list.bulk.region')} sx={LOOK}>
          <Typography variant="body2" role="status" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
            {translate('list.bulk.selected', { smart_count: count, count: format.number(count) })}
          </Typography>
          {!pageIsTicked && (
            <Button
              size="small"
              onClick={() => onSelect(data?.map(({ id }) => id) ?? [])}
              sx={{ display: { sm: 'none' } }}
            >
              {translate('list.bulk.page')}
            </Button>
          )}
          {!everything && pageIsTicked && total > selectedIds.length && (
            <Button size="small" onClick={() => setEverything(true)}>
              {translate('list.bulk.everything', { count: format.number(total) })}
            </Button>
          )}
          <Button size="small" color="inherit" onClick={() => onUnselectItems()}>
            {translate('list.bulk.none')}
          </Button>
          <Box sx={{ flex: 1 }} />
          {bulk.map((action) => {
            const { words, icon: Icon, destructive = false } = action;
            return (
              <Button
                key={words}
                size="small"
                variant="outlined"
                color={destructive ? 'error' : 'primary'}
                onClick={() => setDoing({ action, count })}
                {...(Icon ? { startIcon: <Icon /> } : {})}
              >
                {translate(`${words}.button`)}
              </Button>
            );
          })}
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<FileDownloadOutlined />}
            disabled={progress !== null}
            onClick={() => void exported()}
          >
            {translate('list.bulk.export')}
          </Button>
        </Box>
      )}
      {/* It outlives the selection: what was done is no longer ticked. */}
      {doing && <BulkDialog {...doing} onClose={() => setDoing(null)} />}
    </>
  );
};

/** It stands over the line that counts the rows, so that nothing moves under the hand that ticks; at the foot of a phone. */
const LOOK = {
  position: { xs: 'fixed', sm: 'absolute' },
  inset: { xs: 'auto 0 0 0', sm: '8px 0 0 0' },
  zIndex: { xs: 'appBar', sm: 2 },
  px: 4,
  py: 2,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 2,
  alignItems: 'center',
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
} as const;
