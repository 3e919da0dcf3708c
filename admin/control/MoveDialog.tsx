import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type ControlSheet, MoveAudit } from './control.graphql.ts';
import { useStaleInWords } from './useStaleInWords.ts';

interface MoveDialogProps {
  readonly audit: ControlSheet['audit'];
  readonly way: ControlSheet['ways'][number] | undefined;
  readonly onClose: () => void;
}

/** Moves one test: what follows from it, why where that is due, and what stands in the way when something does. */
export const MoveDialog = ({ audit, way, onClose }: MoveDialogProps) => {
  const translate = useTranslate();
  const telling = useStaleInWords();
  if (!way) return null;
  const { state, obstacle, needsReason } = way;
  const deed = translate(`room.control.do.${state}`);
  return (
    <ActDialog
      title={translate(`room.control.ask.${state}`, { smart_count: 1 })}
      action={deed}
      done="room.control.movedOne"
      destructive={needsReason}
      disabled={obstacle !== null}
      {...(needsReason && obstacle === null
        ? { motive: { label: translate('field.reason'), help: translate('room.control.reasonHelp') } }
        : {})}
      act={(reason) => telling(run(MoveAudit, { id: audit.id, version: audit.version, state, reason: reason || null }))}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{translate(`room.control.consequence.${state}`)}</p>
      {obstacle && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate(`refusal.${obstacle}`)}
        </Alert>
      )}
    </ActDialog>
  );
};
