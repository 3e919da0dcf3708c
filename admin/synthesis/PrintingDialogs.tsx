import { Checkbox, FormControlLabel, Link } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type Build, type Printing, PublishText, WithdrawText } from './synthesis.graphql.ts';

interface PublishDialogProps {
  readonly id: string;
  readonly build: Build;
  readonly onClose: () => void;
}

/** Gives a text to the public: what that means, and whether its document was read. */
export const PublishDialog = ({ id, build: { version: name, hash }, onClose }: PublishDialogProps) => {
  const translate = useTranslate();
  const [wasRead, setWasRead] = useState(false);
  return (
    <ActDialog
      title={translate('room.synthesis.public.publishAsk', { name })}
      action={translate('room.synthesis.public.publish', { name })}
      done="room.synthesis.public.published"
      disabled={!wasRead}
      act={() => run(PublishText, { id, hash })}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{translate('room.synthesis.public.publishMore', { name })}</p>
      <p>
        <Link href={`/admin/reports/text/${id}.pdf`} target="_blank" rel="noreferrer">
          {translate('room.synthesis.public.readPdf')}
        </Link>
      </p>
      <FormControlLabel
        control={<Checkbox checked={wasRead} onChange={({ target }) => setWasRead(target.checked)} />}
        label={translate('room.synthesis.public.wasRead')}
      />
    </ActDialog>
  );
};

interface WithdrawDialogProps {
  readonly printing: Pick<Printing, 'id' | 'path'>;
  readonly name: string;
  readonly onClose: () => void;
}

/** Takes a text away from the public, with the reason its address gives since. */
export const WithdrawDialog = ({ printing: { id, path }, name, onClose }: WithdrawDialogProps) => {
  const translate = useTranslate();
  return (
    <ActDialog
      title={translate('room.synthesis.public.withdrawAsk', { name })}
      action={translate('room.synthesis.public.withdrawAct')}
      done="room.synthesis.public.withdrawn"
      destructive
      motive={{
        label: translate('room.synthesis.public.reason'),
        help: translate('room.synthesis.public.reasonMore'),
      }}
      act={(reason) => run(WithdrawText, { id, reason })}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{translate('room.synthesis.public.withdrawMore', { path })}</p>
    </ActDialog>
  );
};
