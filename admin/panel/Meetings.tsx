import { Box, Button, Link } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { meetingState } from '../kernel/meeting.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { PanelSheet } from './panel.graphql.ts';

/** The meetings of the panel, and the way to plan one. */
export const Meetings = ({ panel }: { readonly panel: PanelSheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  return (
    <Section
      title={translate('room.agenda.one')}
      aside={
        <Button size="small" component={RouterLink} to={`${basename}/agenda?plan=${panel.id}`}>
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
    </Section>
  );
};
