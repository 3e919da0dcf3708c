import { Box, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useNotify, useRefresh, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { AdoptVersion, type Effect, type Version } from './version.graphql.ts';

interface AdoptProps {
  readonly version: Version;
  readonly effect: Effect;
  readonly onClose: () => void;
  /** What was read no longer holds: it is read again. */
  readonly onMoved: () => void;
}

/** Puts a version in force, once its effects were read and its motive given: it cannot be taken back. */
export const VersionAdopt = ({ version, effect, onClose, onMoved }: AdoptProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const basename = useBasename();
  const [motive, setMotive] = useState('');
  const { number } = version.grid;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(AdoptVersion, { id: version.id, hash: effect.hash ?? '', motive }),
    onSuccess: () => {
      notify('room.version.done', { type: 'success', messageArgs: { number } });
      navigate(`${basename}/grid`);
      refresh();
    },
    onError: (refused) => {
      if (codeIn(refused) === 'VERSION_MOVED') onMoved();
    },
  });
  const moves = { smart_count: effect.changes.length, count: format.number(effect.changes.length) };
  const aside = effect.fates.filter(({ kind }) => kind === 'SET_ASIDE').reduce((sum, { values }) => sum + values, 0);
  return (
    <ConfirmDialog
      open
      title={translate('room.version.adoptTitle', { number })}
      action={translate('room.version.adopt', { number })}
      pending={isPending}
      disabled={motive.trim() === ''}
      refusal={error && translate(`refusal.${codeIn(error)}`)}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <Box component="ul" sx={{ m: 0, mb: 4, pl: 5, '& li': { mb: 1 } }}>
        <li>{translate(effect.changes.length === 0 ? 'room.version.adoptNone' : 'room.version.adoptMoves', moves)}</li>
        {aside > 0 && (
          <li>{translate('room.version.adoptAside', { smart_count: aside, count: format.number(aside) })}</li>
        )}
        <li>{translate('room.version.adoptStale')}</li>
        <li>{translate('room.version.adoptNew', { number })}</li>
        <li>{translate('room.version.adoptFinal')}</li>
      </Box>
      <TextField
        fullWidth
        required
        multiline
        minRows={2}
        label={translate('field.motive')}
        helperText={translate('room.version.motiveHelp')}
        value={motive}
        onChange={({ target }) => setMotive(target.value)}
      />
    </ConfirmDialog>
  );
};
