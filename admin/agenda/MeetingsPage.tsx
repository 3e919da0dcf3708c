import EventSeatOutlined from '@mui/icons-material/EventSeatOutlined';
import { Box, Button, Card, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { DownloadButton } from '../kernel/DownloadButton.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { meetingState } from '../kernel/meeting.ts';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { EditionMeetings, type MeetingLine } from './agenda.graphql.ts';
import { PlanDialog } from './PlanDialog.tsx';

/** The meetings of the edition, the next one first, and the way to plan one. */
export const MeetingsPage = () => (
  <EditionPage resource="agenda" title="room.agenda.one" tabs={false}>
    {(edition) => <Meetings key={edition.id} edition={edition} />}
  </EditionPage>
);

const Meetings = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [address, setAddress] = useSearchParams();
  const [planning, setPlanning] = useState(address.has('plan'));
  const { data, error, refetch } = useQuery({
    queryKey: ['agenda', 'list', edition.id],
    queryFn: ({ signal }) => run(EditionMeetings, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const panels = data.panels.items;
  const meetings = panels.flatMap((panel) => panel.meetings).toSorted(nextFirst);
  const button =
    panels.length > 0 ? (
      <Button variant="contained" onClick={() => setPlanning(true)}>
        {translate('room.agenda.plan')}
      </Button>
    ) : (
      <Button variant="contained" component={RouterLink} to={`${basename}/panel`}>
        {translate('room.conflict.toPanels')}
      </Button>
    );
  return (
    <>
      {meetings.length > 0 && <PageActions>{button}</PageActions>}
      <Card>
        {meetings.length === 0 && (
          <Empty
            icon={EventSeatOutlined}
            title={translate('room.agenda.empty')}
            more={translate(panels.length > 0 ? 'room.agenda.emptyMore' : 'room.agenda.noPanelMore')}
          >
            {button}
          </Empty>
        )}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {meetings.map((meeting) => (
            <Line key={meeting.id} meeting={meeting} />
          ))}
        </Box>
      </Card>
      {planning && panels.length > 0 && (
        <PlanDialog
          panels={panels}
          panelId={address.get('plan')}
          onClose={() => {
            setPlanning(false);
            if (address.has('plan')) setAddress({}, { replace: true });
          }}
        />
      )}
    </>
  );
};

/** Those to come before those that are over; each in the order of time. */
const nextFirst = (a: MeetingLine, b: MeetingLine): number =>
  Number(a.closedAt !== null) - Number(b.closedAt !== null) || a.startsAt.localeCompare(b.startsAt);

const Line = ({ meeting }: { readonly meeting: MeetingLine }) => {
  const minutes = useTranslate()('room.agenda.minutes');
  const format = useFormat();
  const basename = useBasename();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        rowGap: 1,
        alignItems: 'center',
        px: 5,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Link component={RouterLink} to={`${basename}/agenda/${meeting.id}`} sx={{ fontWeight: 600 }}>
          {meeting.label}
        </Link>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {meeting.panel}
        </Typography>
      </Box>
      <Typography variant="body2" component="span">
        {format.instant(meeting.startsAt)}
      </Typography>
      {meeting.closedAt && (
        <DownloadButton size="small" path={`minutes/${meeting.id}`} label={minutes} about={meeting.label} />
      )}
      <Chip of="MeetingState" value={meetingState(meeting)} />
    </Box>
  );
};
