import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useEditions } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { CopyConfiguration } from './grid.graphql.ts';
import { useGridChange } from './useGridChange.ts';

interface CopyGridProps {
  readonly open: boolean;
  readonly replacing: boolean;
  readonly onClose: () => void;
}

/** Takes the categories and the grid of another edition: criteria keep their codes, so that trends survive. */
export const CopyGrid = ({ open, replacing, onClose }: CopyGridProps) => {
  const translate = useTranslate();
  const { edition, editions } = useEditions();
  // Editions that public sources alone tell have no grid to give.
  const others = editions.filter(({ id, provenance }) => id !== edition?.id && provenance !== 'REPORTED');
  const [chosen, setChosen] = useState('');
  const fromEditionId = chosen || (others[0]?.id ?? '');
  const { change, isPending, refusal, reset } = useGridChange(
    () => run(CopyConfiguration, { editionId: edition?.id ?? '', fromEditionId }),
    onClose,
  );
  const close = () => {
    reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={translate('room.grid.copyTitle', { year: edition?.year ?? '' })}
      action={translate('room.grid.copyAction')}
      pending={isPending}
      disabled={!fromEditionId}
      refusal={refusal && translate(`refusal.${refusal}`)}
      onCancel={close}
      onConfirm={() => change(undefined)}
    >
      <Typography sx={{ mb: 4 }}>{translate(replacing ? 'room.grid.copyReplaces' : 'room.grid.copyMore')}</Typography>
      <TextField
        select
        fullWidth
        label={translate('room.grid.copyFrom')}
        value={fromEditionId}
        onChange={({ target }) => setChosen(target.value)}
      >
        {others.map(({ id, year, label }) => (
          <MenuItem key={id} value={id}>
            {year} · {label}
          </MenuItem>
        ))}
      </TextField>
    </ConfirmDialog>
  );
};
