import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, useMediaQuery } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The verb, with what it acts on: "Publier 2022.1", never "OK". */
  readonly action: string;
  readonly destructive?: boolean;
  /** Whether it holds a table: it then takes the whole of a phone. */
  readonly wide?: boolean;
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** Why the server said no, in words. */
  readonly refusal?: string | null;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
  /** The consequences: who gains what, who loses what, what cannot be undone; and the motive, when one is asked for. */
  readonly children: ReactNode;
}

/** Asks before something is opened, closed or removed. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const translate = useTranslate();
  const id = useId();
  const wide = props.wide === true;
  const small = useMediaQuery('(max-width: 600px)');
  return (
    <Dialog
      open={props.open}
      onClose={props.onCancel}
      aria-labelledby={id}
      fullWidth
      fullScreen={wide && small}
      maxWidth={wide ? 'md' : 'sm'}
    >
      <DialogTitle id={id}>{props.title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <div>{props.children}</div>
        {props.refusal && (
          <Alert severity="error" role="alert">
            {props.refusal}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onCancel}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          color={props.destructive ? 'error' : 'primary'}
          disabled={props.pending === true || props.disabled === true}
          onClick={props.onConfirm}
        >
          {props.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
