import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { EnumInput, ProseInput } from '../kernel/inputs.tsx';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { JurorInputs, NEW_JUROR } from './JurorInputs.tsx';
import {
  ChangeOffice,
  type Juror,
  type JurorInput,
  type Office,
  type PanelSheet,
  RemoveJuror,
  ReplaceJuror,
  ResendSeat,
} from './panel.graphql.ts';

/** What staff do with one seat. */
export type Deed = 'resend' | 'office' | 'replace' | 'remove';

interface MemberDialogProps {
  readonly panel: PanelSheet;
  readonly juror: Juror;
  readonly deed: Deed;
  readonly onClose: () => void;
}

/** Says what an act on a member changes, and does it. */
export const MemberDialog = ({ panel, juror, deed, onClose }: MemberDialogProps) => {
  if (deed === 'office') return <OfficeDialog juror={juror} onClose={onClose} />;
  if (deed === 'replace') return <ReplaceDialog juror={juror} onClose={onClose} />;
  return <SeatDialog panel={panel} juror={juror} deed={deed} onClose={onClose} />;
};

/** Mails the link anew, or ends the seat. */
const SeatDialog = ({ juror, deed, onClose }: MemberDialogProps) => {
  const translate = useTranslate();
  const removes = deed === 'remove';
  const motive = removes
    ? { motive: { label: translate('room.panel.motive'), help: translate('room.panel.motiveHelp') } }
    : {};
  return (
    <ActDialog
      title={translate(`room.panel.ask.${deed}`, { name: juror.name })}
      action={translate(`room.panel.act.${deed}`)}
      done={`room.panel.done.${deed}`}
      destructive={removes}
      {...motive}
      act={(reason): Promise<unknown> =>
        removes ? run(RemoveJuror, { id: juror.id, motive: reason }) : run(ResendSeat, { id: juror.id })
      }
      onClose={onClose}
    >
      {translate(`room.panel.consequence.${deed}`, { email: juror.email })}
    </ActDialog>
  );
};

const OfficeDialog = ({ juror, onClose }: { readonly juror: Juror; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const save = useSave(
    ({ office }: { office: Office }) => run(ChangeOffice, { id: juror.id, office }),
    'room.panel.done.office',
    onClose,
  );
  return (
    <FormDialog
      open
      noun="juror"
      title={translate('room.panel.ask.office', { name: juror.name })}
      action={translate('room.panel.act.office')}
      values={{ office: juror.office }}
      {...save}
      onCancel={onClose}
    >
      <EnumInput source="office" of="Office" must help="room.panel.officeHelp" />
    </FormDialog>
  );
};

/** Someone else takes the seat, in the same office. */
const ReplaceDialog = ({ juror, onClose }: { readonly juror: Juror; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const save = useSave(
    ({ name, email, quality, motive }: JurorInput & { motive: string }) =>
      run(ReplaceJuror, { id: juror.id, input: { name, email, quality: quality || null }, motive }),
    'room.panel.done.replace',
    onClose,
  );
  return (
    <FormDialog<JurorInput & { motive: string }>
      open
      noun="juror"
      title={translate('room.panel.ask.replace', { name: juror.name })}
      action={translate('room.panel.act.replace')}
      values={{ ...NEW_JUROR, motive: '' }}
      {...save}
      onCancel={onClose}
    >
      <p style={{ margin: 0 }}>{translate('room.panel.consequence.replace', { name: juror.name })}</p>
      <JurorInputs />
      <ProseInput source="motive" must label="room.panel.motive" help="room.panel.motiveHelp" />
    </FormDialog>
  );
};
