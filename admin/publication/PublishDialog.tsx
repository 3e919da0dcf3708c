import { Box, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { PublishEdition, type Rehearsal } from './publication.graphql.ts';
import type { Rows } from './rows.ts';

interface PublishDialogProps {
  readonly edition: EditionInForce;
  readonly rehearsal: Rehearsal;
  readonly rows: Rows;
  readonly onClose: () => void;
  /** The name of the version that went out. */
  readonly onDone: (name: string) => void;
}

/** Says who gains what and what cannot be undone, has the version typed, then opens the door. */
export const PublishDialog = ({ edition, rehearsal, rows, onClose, onDone }: PublishDialogProps) => {
  const translate = useTranslate();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const { version, hash, laureateCount, unnamedCount } = rehearsal;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(PublishEdition, { editionId: edition.id, hash }),
    onSuccess: async ({ publishEdition }) => {
      await client.invalidateQueries();
      onDone(publishEdition.name);
    },
    // What was read is no longer what would go out: it is read again, and typed again.
    onError: (refused) => {
      if (codeIn(refused) !== 'PUBLICATION_MOVED') return;
      setTyped('');
      void client.invalidateQueries({ queryKey: ['publication', edition.id] });
    },
  });
  const gains = [
    translate('room.publication.laureates', { smart_count: laureateCount }),
    translate('room.publication.points', { smart_count: rows.trophy.filter((one) => one.point_remarquable).length }),
    translate('room.publication.indicators', { smart_count: rows.indicator.filter((one) => !one.withheld).length }),
    translate('room.publication.categories', { smart_count: rows.category.filter((one) => !one.withheld).length }),
    translate('room.publication.channels', { smart_count: rows.channel_mean.filter((one) => !one.withheld).length }),
  ];
  const wrong = typed !== '' && !version.startsWith(typed);
  const refusal = error && codeIn(error);
  return (
    <ConfirmDialog
      open
      title={translate('room.publication.ask', { version })}
      action={translate('room.publication.publish', { version })}
      pending={isPending}
      disabled={typed !== version}
      refusal={refusal && translate(refusal === 'PUBLICATION_MOVED' ? 'room.publication.moved' : `refusal.${refusal}`)}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <Box component="ul" sx={{ m: 0, mb: 5, pl: 5, display: 'grid', gap: 2, fontSize: '0.875rem' }}>
        <li>
          {translate('room.publication.gains')}
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {gains.map((gain) => (
              <li key={gain}>{gain}</li>
            ))}
          </ul>
        </li>
        {edition.provenance !== 'REPORTED' && <li>{translate('room.publication.participants')}</li>}
        <li>{translate('room.publication.secret', { smart_count: unnamedCount })}</li>
        <li>
          <strong>{translate('room.publication.cannot')}</strong>
        </li>
      </Box>
      <TextField
        label={translate('room.publication.type', { version })}
        value={typed}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value.trim())}
        error={wrong}
        helperText={wrong ? translate('room.publication.typeWrong', { version }) : ' '}
      />
    </ConfirmDialog>
  );
};
