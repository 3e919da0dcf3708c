import { Alert, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { DecideSome, type Held, type State } from './control.graphql.ts';

const offered = ['VALIDATED', 'REJECTED', 'TO_REDO'] as const;

interface DecideBarProps {
  readonly editionId: string;
  readonly ids: readonly string[];
  /** How many of them should be looked at one by one. */
  readonly odd: number;
  readonly onDone: () => void;
}

/** Decides on the tests that are ticked, for one reason; those that could not move are told one by one. */
export const DecideBar = ({ editionId, ids, odd, onDone }: DecideBarProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [state, setState] = useState<State | null>(null);
  const [reason, setReason] = useState('');
  const [held, setHeld] = useState<readonly Held[]>([]);
  const { act, pending, refusal } = useAct(['control']);
  const close = () => {
    setState(null);
    setReason('');
    if (held.length > 0) onDone();
    setHeld([]);
  };
  const decide = async () => {
    if (!state) return;
    const done = await act(DecideSome, { editionId, ids: [...ids], state, reason: reason.trim() || null });
    if (!done) return;
    const { changed, held } = done.decideAudits;
    notify(translate('room.control.moved', { smart_count: changed }), { type: 'success' });
    if (held.length > 0) return setHeld(held);
    close();
    onDone();
  };
  const needed = state !== null && state !== 'VALIDATED';
  return (
    <>
      {offered.map((each) => (
        <Button
          key={each}
          variant={each === 'VALIDATED' ? 'contained' : 'text'}
          color={each === 'VALIDATED' ? 'primary' : 'error'}
          onClick={() => setState(each)}
        >
          {translate(`room.control.do.${each}`)}
        </Button>
      ))}
      {state && (
        <ConfirmDialog
          open
          title={translate(`room.control.ask.${state}`, { smart_count: ids.length })}
          action={translate(held.length > 0 ? 'ra.action.close' : `room.control.do.${state}`)}
          destructive={needed && held.length === 0}
          pending={pending}
          disabled={needed && reason.trim() === ''}
          refusal={refusal}
          onCancel={close}
          onConfirm={() => (held.length > 0 ? close() : void decide())}
        >
          {held.length > 0 ? (
            <Alert severity="warning">
              {translate('room.control.held', { smart_count: held.length })}
              <ul style={{ margin: '8px 0 0', paddingLeft: 20 }}>
                {held.map(({ id, reference, reason }) => (
                  <li key={id}>
                    {reference} · {translate(`refusal.${reason}`)}
                  </li>
                ))}
              </ul>
            </Alert>
          ) : (
            <>
              <p style={{ margin: '0 0 16px' }}>{translate(`room.control.consequence.${state}`)}</p>
              {state === 'VALIDATED' && odd > 0 && (
                <Alert severity="warning">{translate('room.control.oddChosen', { smart_count: odd })}</Alert>
              )}
              {needed && (
                <TextField
                  label={translate('field.reason')}
                  required
                  multiline
                  minRows={2}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </>
          )}
        </ConfirmDialog>
      )}
    </>
  );
};
