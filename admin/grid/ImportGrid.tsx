import { Alert, Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { ConfigureGrid } from './grid.graphql.ts';
import { useGridChange } from './useGridChange.ts';

interface ImportGridProps {
  readonly open: boolean;
  readonly replacing: boolean;
  readonly onClose: () => void;
}

/** Reads a grid from a file that was exported before, perhaps corrected since. Every fault is listed; none is guessed. */
export const ImportGrid = ({ open, replacing, onClose }: ImportGridProps) => {
  const translate = useTranslate();
  const edition = useEdition();
  const [configuration, setConfiguration] = useState<Record<string, unknown> | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const { change, isPending, refusal, faults, reset } = useGridChange(
    () => run(ConfigureGrid, { editionId: edition?.id ?? '', configuration: configuration ?? {} }),
    onClose,
  );
  const choose = async (file: File | undefined) => {
    reset();
    const read: unknown = await file
      ?.text()
      .then(JSON.parse)
      .catch(() => null);
    const isGrid = typeof read === 'object' && read !== null && !Array.isArray(read);
    setConfiguration(isGrid ? (read as Record<string, unknown>) : null);
    setUnreadable(file !== undefined && !isGrid);
  };
  return (
    <ConfirmDialog
      open={open}
      title={translate('room.grid.importTitle', { year: edition?.year ?? '' })}
      action={translate('room.grid.importAction')}
      pending={isPending}
      disabled={configuration === null}
      refusal={refusal && translate(`refusal.${refusal}`)}
      onCancel={() => {
        reset();
        onClose();
      }}
      onConfirm={() => change(undefined)}
    >
      <Typography sx={{ mb: 4 }}>
        {translate(replacing ? 'room.grid.importReplaces' : 'room.grid.importMore')}
      </Typography>
      <Box
        component="input"
        type="file"
        accept="application/json,.json"
        aria-label={translate('room.grid.importFile')}
        onChange={({ target }) => choose((target as HTMLInputElement).files?.[0])}
        sx={{ font: 'inherit', width: '100%' }}
      />
      {unreadable && (
        <Alert severity="error" sx={{ mt: 4 }}>
          {translate('room.grid.unreadable')}
        </Alert>
      )}
      {faults.length > 0 && (
        <Box component="ul" sx={{ mt: 4, mb: 0, pl: 5, maxHeight: 240, overflow: 'auto', fontSize: '0.875rem' }}>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </Box>
      )}
    </ConfirmDialog>
  );
};
