import { Box, Typography } from '@mui/material';
import { CanAccess, Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { LineState } from '../kernel/LineState.tsx';
import { TitleLine } from '../kernel/record/RecordPage.tsx';
import { Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import type { Line } from '../kernel/useLive.ts';
import { Agenda } from './Agenda.tsx';
import { ChairBar } from './chair/ChairBar.tsx';
import { itemBefore, lastDecided, nextItem } from './item.ts';
import type { Meeting } from './meeting.graphql.ts';
import { Outside } from './Outside.tsx';
import { People } from './People.tsx';
import { TheItem } from './TheItem.tsx';
import { useMeeting } from './useMeeting.ts';

/** The room: one item in large type, who is there, what to do now; and what presiding asks for, under the thumb. */
export const MeetingPage = () => {
  const { id = '' } = useParams();
  return (
    <CanAccess resource="meeting" action="list" accessDenied={<Refused />} loading={<Loading />}>
      <Room key={id} id={id} />
    </CanAccess>
  );
};

const Room = ({ id }: { readonly id: string }) => {
  const translate = useTranslate();
  const { meeting, line, error, refetch } = useMeeting(id);
  if (!meeting)
    return (
      <>
        <Title preferenceKey={false} title={translate('meeting.one')} />
        {error ? <RefusedBy error={error} retry={refetch} /> : <Loading />}
      </>
    );
  return <Inside meeting={meeting} line={line} />;
};

const Inside = ({ meeting, line }: { readonly meeting: Meeting; readonly line: Line }) => {
  const format = useFormat();
  const held = meeting.openedAt !== null && meeting.closedAt === null;
  const before = itemBefore(meeting);
  const next = nextItem(meeting);
  const last = before ? null : lastDecided(meeting);
  return (
    <>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {meeting.label} <LineState line={line} closed={meeting.closedAt !== null} />
          </TitleLine>
        }
      />
      <Typography sx={{ mt: -3, mb: 5, color: 'text.secondary', fontSize: '0.875rem' }}>
        {[meeting.panel, meeting.place, format.instant(meeting.startsAt)].filter(Boolean).join(' · ')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 5,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 5, minWidth: 0, '& .MuiCard-root': { mb: 0 } }}>
          {!held && <Outside meeting={meeting} />}
          {held && before && <TheItem key={before.id} meeting={meeting} item={before} />}
          {held && !before && last && <TheItem key={last.id} meeting={meeting} item={last} />}
          {held && !before && next && <TheItem key={next.id} meeting={meeting} item={next} />}
        </Box>
        <Box component="aside" sx={{ display: 'grid', gap: 5, minWidth: 0, '& .MuiCard-root': { mb: 0 } }}>
          <Agenda meeting={meeting} />
          <People meeting={meeting} />
        </Box>
      </Box>
      <ChairBar meeting={meeting} />
    </>
  );
};
