import { Alert, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Loading } from '../kernel/states.tsx';
import { type EditionSheet, MoveEdition, type PhaseChange, PhaseChangeOf } from './edition.graphql.ts';
import { FindingList } from './FindingList.tsx';
import { Shifts } from './Shifts.tsx';

interface MovePhaseProps {
  readonly edition: EditionSheet;
  /** Where to; null while nobody asks. */
  readonly to: EditionSheet['phase'] | null;
  readonly onClose: () => void;
}

/** Says what a change of phase lacks, opens and closes, asks what must be asked, then moves the edition. */
export const MovePhase = ({ edition, to, onClose }: MovePhaseProps) => {
  const translate = useTranslate();
  const [motive, setMotive] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const names = { from: translate(`enum.EditionPhase.${edition.phase}`), to: translate(`enum.EditionPhase.${to}`) };
  const { change, again, failed } = useChange(edition, to);
  const { mutate, isPending, refusal } = useMove(edition, to, names.to, onClose, again);
  const order = edition.phases.map(({ phase }) => phase);
  const back = to !== null && order.indexOf(to) < order.indexOf(edition.phase);
  const has = (weight: string) => change?.findings.some((finding) => finding.weight === weight) ?? false;
  const unsaid = (back && motive.trim() === '') || (has('WARNING') && !confirmed);
  return (
    <ConfirmDialog
      open={to !== null}
      title={translate(back ? 'room.phase.backTitle' : 'room.phase.nextTitle', names)}
      action={translate(back ? 'room.phase.back' : 'room.phase.next', { phase: names.to })}
      pending={isPending}
      disabled={!change || has('BLOCKER') || unsaid}
      refusal={refusal ? translate(`refusal.${refusal}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate({ motive: motive.trim() || null, confirmed })}
    >
      <Typography sx={{ mb: 4, fontSize: '0.875rem' }}>{to && translate(`room.phase.about.${to}`)}</Typography>
      {failed && <Alert severity="error">{translate(`refusal.${failed}`)}</Alert>}
      {!change && !failed && <Loading />}
      {change && <What change={change} />}
      {to === 'ARCHIVED' && <p>{translate('room.phase.final')}</p>}
      {has('WARNING') && !has('BLOCKER') && (
        <FormControlLabel
          sx={{ mt: 2 }}
          control={<Checkbox checked={confirmed} onChange={(_, checked) => setConfirmed(checked)} />}
          label={translate('room.passage.confirm')}
        />
      )}
      {back && (
        <TextField
          label={translate('room.phase.motive')}
          required
          fullWidth
          multiline
          minRows={2}
          value={motive}
          onChange={({ target }) => setMotive(target.value)}
          helperText={translate('room.phase.motiveHelp')}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
          sx={{ mt: 4 }}
        />
      )}
    </ConfirmDialog>
  );
};

const What = ({ change }: { readonly change: PhaseChange }) => (
  <>
    <FindingList findings={change.findings} back={change.back} />
    <Shifts shifts={change.shifts} />
  </>
);

/** What stands in the way, read anew each time the dialog opens and after each refusal. */
function useChange({ id }: EditionSheet, to: EditionSheet['phase'] | null) {
  const { data, error, refetch } = useQuery({
    queryKey: ['edition', id, 'phaseChange', to],
    queryFn: ({ signal }) => run(PhaseChangeOf, { id, to: to ?? 'PREPARATION' }, signal),
    enabled: to !== null,
    staleTime: 0,
    gcTime: 0,
  });
  return { change: data?.phaseChange ?? null, failed: error ? codeIn(error) : null, again: () => void refetch() };
}

interface Said {
  readonly motive: string | null;
  readonly confirmed: boolean;
}

function useMove(
  edition: EditionSheet,
  to: EditionSheet['phase'] | null,
  phase: string,
  onDone: () => void,
  onRefused: () => void,
) {
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (said: Said) => run(MoveEdition, { id: edition.id, phase: to ?? edition.phase, ...said }),
    onError: onRefused,
    onSuccess: () => {
      notify('room.phase.moved', { type: 'success', messageArgs: { phase } });
      refresh();
      onDone();
    },
  });
  return { mutate, isPending, refusal: error ? codeIn(error) : null };
}
