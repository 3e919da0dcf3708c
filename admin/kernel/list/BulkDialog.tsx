import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { Form, useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { BulkOutcome } from './BulkOutcome.tsx';
import type { BulkAction } from './bulk.ts';
import { type Stage, useBulk } from './useBulk.ts';

/** What is asked is still to be done. */
const WAITING: readonly Stage[] = ['asking', 'reading', 'running'];

/** Says what will happen to how many records, does it to each, tells what became of each, and takes it back if asked. */
export const BulkDialog = (props: {
  readonly action: BulkAction;
  readonly count: number;
  readonly onClose: () => void;
}) => {
  const { words, destructive = false, inputs } = props.action;
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const { stage, busy, count, outcomes, refusal, start, undo, stop } = useBulk(props.action);
  const asked = { smart_count: props.count, count: format.number(props.count) };
  const close = () => !busy && props.onClose();
  const undoable = outcomes.some(({ acts }) => acts.length > 0);
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="sm">
      <Form onSubmit={(values: object) => void start(values as Record<string, unknown>)}>
        <DialogTitle id={id}>
          {WAITING.includes(stage) ? translate(`${words}.title`, asked) : translate('list.bulk.outcome')}
        </DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          {refusal && (
            <Alert severity="error" role="alert">
              {translate(`refusal.${refusal}`)}
            </Alert>
          )}
          {stage === 'asking' && (
            <>
              <div>{translate(`${words}.more`, asked)}</div>
              {inputs}
            </>
          )}
          {busy && <Progress label={`list.bulk.${stage}`} done={outcomes.length} all={count.all} />}
          {(stage === 'done' || stage === 'undone') && (
            <BulkOutcome outcomes={outcomes} count={count} words={stage === 'done' ? words : 'list.bulk.undo'} />
          )}
        </DialogContent>
        <DialogActions>
          {stage === 'asking' && (
            <>
              <Button color="inherit" onClick={close}>
                {translate('ra.action.cancel')}
              </Button>
              <Button type="submit" variant="contained" color={destructive ? 'error' : 'primary'}>
                {translate(`${words}.action`, asked)}
              </Button>
            </>
          )}
          {busy && (
            <Button color="inherit" onClick={stop}>
              {translate('list.bulk.stop')}
            </Button>
          )}
          {stage === 'done' && undoable && (
            <Button color="inherit" onClick={() => void undo()}>
              {translate('list.bulk.undo.button')}
            </Button>
          )}
          {(stage === 'done' || stage === 'undone') && (
            <Button variant="contained" onClick={close}>
              {translate('ra.action.close')}
            </Button>
          )}
        </DialogActions>
      </Form>
    </Dialog>
  );
};

const Progress = ({ label, done, all }: { readonly label: string; readonly done: number; readonly all: number }) => {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  return (
    <Box>
      <Typography id={id} variant="body2" role="status" sx={{ mb: 2, fontVariantNumeric: 'tabular-nums' }}>
        {translate(label, { done: format.number(done), all: format.number(all) })}
      </Typography>
      <LinearProgress
        aria-labelledby={id}
        {...(all > 0 ? { variant: 'determinate' as const, value: (100 * done) / all } : {})}
      />
    </Box>
  );
};
