import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useCloseNotification, useNotify, useRefresh, useTranslate } from 'react-admin';
import { codeIn, run } from '../api.ts';
import { UndoAct } from '../undo.graphql.ts';

/** Long enough to read, to think, and to reach the button. */
const OFFERED_MS = 12_000;

/** Says that something was done and offers to take it back: by its acts, the last one first. */
export function useUndoable(): (message: string, acts: readonly string[], onUndone?: () => void) => void {
  const notify = useNotify();
  return (message, acts, onUndone) =>
    acts.length === 0
      ? notify(message, { type: 'success' })
      : notify(<Offer message={message} acts={acts} onUndone={onUndone} />, { autoHideDuration: OFFERED_MS });
}

const Offer = (props: {
  readonly message: string;
  readonly acts: readonly string[];
  readonly onUndone: (() => void) | undefined;
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const close = useCloseNotification();
  const [pending, setPending] = useState(false);
  const undo = async () => {
    setPending(true);
    try {
      for (const act of props.acts.toReversed()) await run(UndoAct, { act });
      close();
      notify('undo.done', { type: 'success' });
      props.onUndone?.();
    } catch (error) {
      close();
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
    } finally {
      refresh();
    }
  };
  return (
    <Alert
      severity="success"
      variant="outlined"
      role="status"
      sx={{ bgcolor: 'background.paper', alignItems: 'center' }}
      action={
        <Button color="inherit" size="small" disabled={pending} onClick={undo} sx={{ fontWeight: 650 }}>
          {translate('undo.button')}
        </Button>
      }
    >
      {props.message}
    </Alert>
  );
};
