import { Box, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useRefusalInWords } from '../kernel/useAct.ts';
import { ApproveRelease, type Rehearsal, type Release } from './publication.graphql.ts';

interface ApproveDialogProps {
  readonly release: Release;
  readonly rehearsal: Rehearsal;
  /** Whether structures will read their own scores: those of an edition told by others have none. */
  readonly scored: boolean;
  /** Whether its instant is past, or it has none: it then goes out at once. */
  readonly atOnce: boolean;
  readonly onClose: () => void;
}

/** The second key: who gains what, what cannot be undone, the version typed, then the release is set. */
export const ApproveDialog = ({ release, rehearsal, scored, atOnce, onClose }: ApproveDialogProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useRefusalInWords();
  const notify = useNotify();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const { name: version, id, dueAt } = release;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(ApproveRelease, { id, hash: rehearsal.hash }),
    onSuccess: ({ approveRelease: { state } }) => {
      if (state === 'RELEASED') notify('room.publication.done', { type: 'success', messageArgs: { version } });
      onClose();
    },
    onSettled: () => client.invalidateQueries(),
  });
  const wrong = typed !== '' && !version.startsWith(typed);
  const when = atOnce ? 'approveNow' : 'approveDue';
  return (
    <ConfirmDialog
      open
      title={translate('room.publication.approveAsk', { version })}
      action={translate(atOnce ? 'room.publication.publish' : 'room.publication.approve', { version })}
      pending={isPending}
      disabled={typed !== version}
      refusal={error && words(error)}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <Box component="ul" sx={{ m: 0, mb: 5, pl: 5, display: 'grid', gap: 2, fontSize: '0.875rem' }}>
        <li>
          <strong>{translate(`room.publication.${when}`, { at: dueAt ? format.instantIn(dueAt, PARIS) : '' })}</strong>
        </li>
        <li>{translate('room.publication.gains', { smart_count: rehearsal.laureateCount })}</li>
        {scored && <li>{translate('room.publication.participants')}</li>}
        <li>{translate('room.publication.secret', { smart_count: rehearsal.unnamedCount })}</li>
        <li>{translate('room.publication.cannot')}</li>
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
