import { Box, Button, Link } from '@mui/material';
import { useState } from 'react';
import { DateTimeInput, required, useBasename, useRedirect, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { TitleInput } from '../kernel/inputs.tsx';
import { meetingState } from '../kernel/meeting.ts';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { type PanelSheet, PlanMeeting } from './panel.graphql.ts';

/** The meetings of the panel, and the way to plan one. */
export const Meetings = ({ panel }: { readonly panel: PanelSheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={translate('room.agenda.one')}
      aside={
        <Button size="small" onClick={() => setOpen(true)}>
          {translate('room.agenda.plan')}
        </Button>
      }
    >
      {panel.meetings.length === 0 && <p style={{ margin: 0 }}>{translate('room.agenda.noneYet')}</p>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {panel.meetings.map((meeting) => (
          <Box
            component="li"
            key={meeting.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, py: 1, alignItems: 'center' }}
          >
            <Link component={RouterLink} to={`${basename}/agenda/${meeting.id}`} sx={{ fontWeight: 600 }}>
              {meeting.label}
            </Link>
            <span>{format.instant(meeting.startsAt)}</span>
            <Chip of="MeetingState" value={meetingState(meeting)} />
          </Box>
        ))}
      </Box>
      {open && <PlanDialog panel={panel} onClose={() => setOpen(false)} />}
    </Section>
  );
};

interface Planned {
  readonly label: string;
  readonly place: string;
  readonly startsAt: string;
}

/** Plans a meeting, then leads to its agenda. */
const PlanDialog = ({ panel, onClose }: { readonly panel: PanelSheet; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const save = useSave(
    ({ label, place, startsAt }: Planned) =>
      run(PlanMeeting, {
        panelId: panel.id,
        input: { label, place: place || null, startsAt: new Date(startsAt).toISOString() },
      }),
    'room.agenda.planned',
    ({ planMeeting: { id } }) => {
      onClose();
      redirect(`/agenda/${id}`);
    },
  );
  const values = {
    label: translate('room.agenda.firstLabel', { smart_count: panel.meetings.length + 1 }),
    ...{ place: '', startsAt: panel.meetsOn ? `${panel.meetsOn}T09:30` : '' },
  };
  return (
    <FormDialog<Planned>
      open
      noun="meeting"
      title={translate('room.agenda.planTitle', { panel: panel.label })}
      action={translate('room.agenda.planAction')}
      values={values}
      {...save}
      onCancel={onClose}
    >
      <TitleInput source="label" must />
      <DateTimeInput source="startsAt" validate={required()} helperText={false} />
      <TitleInput source="place" />
    </FormDialog>
  );
};
