import AddCircleOutlined from '@mui/icons-material/AddCircleOutlined';
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlined';
import { Box, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { type EditionSheet, MoveEdition } from './edition.graphql.ts';

interface MovePhaseProps {
  readonly edition: EditionSheet;
  /** Where to; null while nobody asks. */
  readonly to: EditionSheet['phase'] | null;
  readonly onClose: () => void;
}

/** Says what a change of phase opens and closes, asks why when it goes back, then moves the edition. */
export const MovePhase = ({ edition, to, onClose }: MovePhaseProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [motive, setMotive] = useState('');
  const names = { from: translate(`enum.EditionPhase.${edition.phase}`), to: translate(`enum.EditionPhase.${to}`) };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(MoveEdition, { id: edition.id, phase: to ?? edition.phase, motive: motive.trim() || null }),
    onSuccess: () => {
      notify('room.phase.moved', { type: 'success', messageArgs: { phase: names.to } });
      refresh();
      onClose();
    },
  });
  const order = edition.phases.map(({ phase }) => phase);
  const back = to !== null && order.indexOf(to) < order.indexOf(edition.phase);
  const after = edition.phases.find(({ phase }) => phase === to)?.rights ?? [];
  return (
    <ConfirmDialog
      open={to !== null}
      title={translate(back ? 'room.phase.backTitle' : 'room.phase.nextTitle', names)}
      action={translate(back ? 'room.phase.back' : 'room.phase.next', { phase: names.to })}
      pending={isPending}
      disabled={back && motive.trim() === ''}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <Typography sx={{ mb: 4, fontSize: '0.875rem' }}>{to && translate(`room.phase.about.${to}`)}</Typography>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { sm: '1fr 1fr' }, mb: back ? 4 : 0 }}>
        <Effect gain rights={after.filter((right) => !edition.rights.includes(right))} />
        <Effect gain={false} rights={edition.rights.filter((right) => !after.includes(right))} />
      </Box>
      {to === 'ARCHIVED' && <p>{translate('room.phase.final')}</p>}
      {back && (
        <TextField
          label={translate('room.phase.motive')}
          required
          multiline
          minRows={2}
          value={motive}
          onChange={({ target }) => setMotive(target.value)}
          helperText={translate('room.phase.motiveHelp')}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
        />
      )}
    </ConfirmDialog>
  );
};

/** What becomes possible, with a plus, or no longer is, with a minus. */
const Effect = ({ gain, rights }: { readonly gain: boolean; readonly rights: readonly string[] }) => {
  const translate = useTranslate();
  const Icon = gain ? AddCircleOutlined : RemoveCircleOutlined;
  return (
    <div>
      <Typography component="h3" variant="h4">
        {translate(gain ? 'room.phase.opens' : 'room.phase.closes')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: '0.875rem' }}>
        {rights.length === 0 && (
          <Box component="li" sx={{ color: 'text.secondary' }}>
            {translate('room.phase.nothing')}
          </Box>
        )}
        {rights.map((right) => (
          <Box component="li" key={right} sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
            <Icon aria-hidden sx={{ fontSize: 16, mt: '2px', color: gain ? 'success.main' : 'error.main' }} />
            {translate(`room.phase.right.${right}`)}
          </Box>
        ))}
      </Box>
    </div>
  );
};
