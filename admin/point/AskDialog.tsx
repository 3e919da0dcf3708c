import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { AskConsent, type Point } from './point.graphql.ts';

interface AskDialogProps {
  readonly point: Point;
  /** The laureate. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Puts a point remarquable to its laureate, in its space: it then learns that it is one. */
export const AskDialog = ({ point, name, onClose }: AskDialogProps) => {
  const translate = useTranslate();
  return (
    <ActDialog
      title={translate('room.point.askAsk', { name })}
      action={translate('room.point.askAction')}
      done="room.point.asked"
      act={() => run(AskConsent, { id: point.id })}
      onClose={onClose}
    >
      <p style={{ margin: '0 0 12px', whiteSpace: 'pre-line' }}>« {point.text} »</p>
      {translate('room.point.askMore')}
    </ActDialog>
  );
};
