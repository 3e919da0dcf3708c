import { required, SelectInput, useRedirect, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { type MeetingPanel, PlanMeeting } from './agenda.graphql.ts';
import { MeetingInputs, meetingInput, type Planned } from './MeetingInputs.tsx';

interface PlanDialogProps {
  readonly panels: readonly MeetingPanel[];
  /** The panel that will sit, where one comes from its page. */
  readonly panelId: string | null;
  readonly onClose: () => void;
}

/** Plans a meeting of a panel, then leads to its agenda. */
export const PlanDialog = ({ panels, panelId, onClose }: PlanDialogProps) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const panel = panels.find(({ id }) => id === panelId) ?? (panels.length === 1 ? panels[0] : undefined);
  const save = useSave(
    ({ panelId: id, ...planned }: Planned & { panelId: string }) =>
      run(PlanMeeting, { panelId: id, input: meetingInput(planned) }),
    'room.agenda.planned',
    ({ planMeeting: { id } }) => {
      onClose();
      redirect(`/agenda/${id}`);
    },
  );
  const values = {
    panelId: panel?.id ?? '',
    label: translate('room.agenda.firstLabel'),
    ...{ place: '', startsAt: panel?.meetsOn ? `${panel.meetsOn}T09:30` : '' },
  };
  return (
    <FormDialog<Planned & { panelId: string }>
      open
      noun="meeting"
      title={translate('room.agenda.plan')}
      action={translate('room.agenda.planAction')}
      values={values}
      {...save}
      onCancel={onClose}
    >
      <SelectInput
        source="panelId"
        label="field.panel"
        choices={panels.map(({ id, label }) => ({ id, name: label }))}
        translateChoice={false}
        validate={required()}
        emptyText=""
        helperText={false}
      />
      <MeetingInputs />
    </FormDialog>
  );
};
