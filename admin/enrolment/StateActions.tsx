import { Button, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { codeIn, doing } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useUndoable } from '../kernel/record/useUndo.tsx';
import type { Enrolment } from './enrolment.graphql.ts';
import { confirmOne, withdrawOne } from './moves.tsx';
import { SendBack } from './registration.graphql.ts';

type Move = 'confirm' | 'sendBack' | 'withdraw';

/** What staff do with one enrolment, where it stands: confirm it, send its form back, take it out. */
export const StateActions = () => {
  const translate = useTranslate();
  const enrolment = useRecordContext<Enrolment>();
  const [move, setMove] = useState<Move | null>(null);
  if (!enrolment) return null;
  const { state } = enrolment;
  return (
    <>
      {state !== 'CONFIRMED' && (
        <Button variant={state === 'SUBMITTED' ? 'contained' : 'outlined'} onClick={() => setMove('confirm')}>
          {translate(`registration.staff.${state === 'WITHDRAWN' ? 'restore' : 'confirm.button'}`)}
        </Button>
      )}
      {state === 'SUBMITTED' && (
        <Button variant="outlined" onClick={() => setMove('sendBack')}>
          {translate('registration.staff.sendBack')}
        </Button>
      )}
      {state !== 'WITHDRAWN' && (
        <Button color="error" onClick={() => setMove('withdraw')}>
          {translate('registration.staff.withdraw.button')}
        </Button>
      )}
      {move && <MoveDialog enrolment={enrolment} move={move} onClose={() => setMove(null)} />}
    </>
  );
};

interface MoveProps {
  readonly enrolment: Enrolment;
  readonly move: Move;
  readonly onClose: () => void;
}

const words = (move: Move, state: string) => {
  if (move === 'sendBack') return { ask: 'sendBackAsk', more: 'sendBackMore', action: 'sendBack', done: 'sentBack' };
  const restored = move === 'confirm' && state === 'WITHDRAWN';
  return {
    ask: restored ? 'restoreAsk' : `${move}Ask`,
    more: `${move}.more`,
    action: restored ? 'restore' : `${move}.button`,
    done: `${move}.done`,
  };
};

/** Says what a move changes and asks why; the reason stays with the enrolment. */
const MoveDialog = ({ enrolment: { id, state }, move, onClose }: MoveProps) => {
  const translate = useTranslate();
  const refresh = useRefresh();
  const offer = useUndoable();
  const [motive, setMotive] = useState('');
  const must = move !== 'confirm' || state !== 'SUBMITTED';
  const { ask, more, action, done } = words(move, state);
  const say = (key: string) => translate(`registration.staff.${key}`, { smart_count: 1, count: 1 });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      if (move === 'confirm') return confirmOne(id, motive.trim() || null);
      if (move === 'withdraw') return withdrawOne(id, motive.trim());
      return (await doing(SendBack, { id, motive: motive.trim() })).acts;
    },
    onSuccess: (acts) => {
      offer(say(done), acts);
      onClose();
      refresh();
    },
  });
  return (
    <ConfirmDialog
      open
      title={say(ask)}
      action={say(action)}
      destructive={move === 'withdraw'}
      pending={isPending}
      disabled={must && motive.trim() === ''}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <p style={{ margin: '0 0 16px' }}>{say(more)}</p>
      {must && (
        <TextField
          label={say(move === 'sendBack' ? 'sendBackMotive' : 'motive')}
          required
          multiline
          minRows={2}
          value={motive}
          onChange={({ target }) => setMotive(target.value)}
        />
      )}
    </ConfirmDialog>
  );
};
