import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { ApprovePoint, type Point } from './point.graphql.ts';

interface ApproveDialogProps {
  readonly point: Point;
  /** The laureate. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Approves a point remarquable: someone else than its author does. */
export const ApproveDialog = ({ point, name, onClose }: ApproveDialogProps) => {
  const translate = useTranslate();
  return (
    <ActDialog
      title={translate('room.point.approveAsk', { name })}
      action={translate('room.point.approveAction')}
      done="room.point.approved"
      act={() => run(ApprovePoint, { id: point.id })}
      onClose={onClose}
    >
      <p style={{ margin: '0 0 12px', whiteSpace: 'pre-line' }}>« {point.text} »</p>
      {translate('room.point.approveMore', { name: point.authorName })}
    </ActDialog>
  );
};
