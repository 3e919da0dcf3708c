import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { awardName } from '../kernel/jury.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type Conflict, DismissConflict, RestoreConflict } from './conflict.graphql.ts';

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly deed: 'dismiss' | 'restore';
  readonly onClose: () => void;
}

/** Sets a conflict aside for a motive, or takes that back: who then sits for which award is said first. */
export const ConflictDialog = ({ conflict, deed, onClose }: ConflictDialogProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { juror, structure, affiliation, mandates } = conflict;
  const key = { jurorId: juror.id, affiliationId: affiliation?.id ?? null, structureId: structure.id };
  const about = { name: juror.name, structure: structure.name, awards: format.list(mandates.map(awardName)) };
  const motive =
    deed === 'dismiss'
      ? { motive: { label: translate('field.motive'), help: translate('room.conflict.motiveHelp') } }
      : {};
  return (
    <ActDialog
      title={translate(`room.conflict.ask.${deed}`, about)}
      action={translate(`room.conflict.act.${deed}`)}
      done={`room.conflict.done.${deed}`}
      {...motive}
      act={(reason): Promise<unknown> =>
        deed === 'dismiss' ? run(DismissConflict, { ...key, motive: reason }) : run(RestoreConflict, key)
      }
      onClose={onClose}
    >
      {translate(`room.conflict.consequence.${deed}`, about)}
    </ActDialog>
  );
};
