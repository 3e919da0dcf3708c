import { TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../useAct.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useUndoable } from './useUndo.tsx';

interface ActDialogProps {
  readonly title: string;
  /** The verb, with what it acts on. */
  readonly action: string;
  /** What is said once it is done. */
  readonly done: string;
  readonly destructive?: boolean;
  readonly disabled?: boolean;
  /** What to call the reason, where one must be given; none where none is asked for. */
  readonly motive?: { readonly label: string; readonly help: string };
  /** Where it tells its acts, as `doing` does, taking them back is offered. */
  readonly act: (motive: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One thing done to one record: its consequences, its reason where one is due, then the page is read again. */
export const ActDialog = ({ motive, act, done, onClose, disabled = false, children, ...dialog }: ActDialogProps) => {
  const translate = useTranslate();
  const tell = useUndoable();
  const [reason, setReason] = useState('');
  const { attempt, pending, refusal } = useAct();
  const confirm = async () => {
    const made = await attempt(() => act(reason.trim()));
    if (made === null) return;
    tell(translate(done), actsIn(made));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      {...dialog}
      pending={pending}
      disabled={disabled || (motive !== undefined && reason.trim() === '')}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      {children}
      {motive && (
        <TextField
          label={motive.label}
          helperText={motive.help}
          required
          multiline
          minRows={2}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
          sx={{ mt: 4 }}
        />
      )}
    </ConfirmDialog>
  );
};

const actsIn = (made: unknown): readonly string[] =>
  (made as { readonly acts?: readonly string[] } | undefined)?.acts ?? [];
