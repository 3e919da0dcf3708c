import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { awardName } from '../kernel/jury.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { ConfirmConflict, type Conflict, DismissConflict, RestoreConflict } from './conflict.graphql.ts';

/** What staff may say of a conflict: that it stands, that it is none, or that either is to be looked at again. */
export type Ruling = 'uphold' | 'dismiss' | 'restore' | 'reconsider';

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly deed: Ruling;
  readonly onClose: () => void;
}

/** Confirms a conflict, sets it aside for a motive, or takes either back: who then sits for which award is said first. */
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
      act={(reason): Promise<unknown> => {
        if (deed === 'dismiss') return run(DismissConflict, { ...key, motive: reason });
        if (deed === 'uphold') return run(ConfirmConflict, { ...key, affiliationId: key.affiliationId ?? '' });
        return run(RestoreConflict, key);
      }}
      onClose={onClose}
    >
      {translate(`room.conflict.consequence.${deed}`, about)}
    </ActDialog>
  );
};
