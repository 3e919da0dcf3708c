import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, useMediaQuery } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface FindDialogProps {
  readonly title: string;
  /** What the field asks for. */
  readonly find: string;
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly q: string;
  readonly setAsked: (asked: { readonly page: number; readonly q: string }) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A long list that one only reads: looked through by its words, a page at a time. */
export const FindDialog = ({ title, find, page, perPage, total, q, setAsked, onClose, children }: FindDialogProps) => {
  const translate = useTranslate();
  const id = useId();
  const small = useMediaQuery('(max-width: 600px)');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" fullScreen={small} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <TextField
          label={find}
          value={q}
          sx={{ mt: 2, mb: 4 }}
          onChange={({ target }) => setAsked({ page: 1, q: target.value })}
        />
        {children}
      </DialogContent>
      <DialogActions>
        <Button disabled={page === 1} onClick={() => setAsked({ page: page - 1, q })}>
          {translate('room.publication.before')}
        </Button>
        <Button disabled={page * perPage >= total} onClick={() => setAsked({ page: page + 1, q })}>
          {translate('room.publication.after')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
