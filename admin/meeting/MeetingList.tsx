import ChevronRight from '@mui/icons-material/ChevronRight';
import EventOutlined from '@mui/icons-material/EventOutlined';
import { Box, ButtonBase, Card, Typography } from '@mui/material';
import { CanAccess, Title, useBasename, useTranslate } from 'react-admin';
import { Link, Navigate } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { type OwnSeat, useSeats } from '../kernel/seats.ts';
import { Empty, Loading, Refused, RefusedBy } from '../kernel/states.tsx';

type Line = OwnSeat['meetings'][number];

/** The meetings one is called to; the only one, or the one under way, opens at once. */
export const MeetingList = () => (
  <CanAccess resource="meeting" action="list" accessDenied={<Refused />} loading={<Loading />}>
    <Meetings />
  </CanAccess>
);

const Meetings = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const edition = useEdition();
  const { seats, error, refetch } = useSeats();
  const meetings = seats?.flatMap((seat) => seat.meetings) ?? [];
  const held = meetings.filter(({ openedAt, closedAt }) => openedAt && !closedAt);
  const only = held.length === 1 ? held[0] : meetings.length === 1 ? meetings[0] : undefined;
  if (only) return <Navigate to={`${basename}/meeting/${only.id}`} replace />;
  return (
    <>
      <Title preferenceKey={false} title={translate('meeting.title', { year: edition?.year ?? '' })} />
      {error && !seats && <RefusedBy error={error} retry={refetch} />}
      {!error && !seats && <Loading />}
      {seats && meetings.length === 0 && (
        <Card>
          <Empty icon={EventOutlined} title={translate('meeting.none')} more={translate('meeting.noneMore')} />
        </Card>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {meetings.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} />
        ))}
      </Box>
    </>
  );
};

const MeetingLine = ({ meeting }: { readonly meeting: Line }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const format = useFormat();
  const { openedAt, closedAt } = meeting;
  return (
    <Card component="li">
      <ButtonBase
        component={Link}
        to={`${basename}/meeting/${meeting.id}`}
        sx={{
          width: '100%',
          p: 5,
          gap: 4,
          display: 'flex',
          textAlign: 'left',
          '&:hover': { bgcolor: 'background.default' },
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="span" variant="h3" sx={{ display: 'block' }}>
            {meeting.label}
          </Typography>
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            {meeting.panel} · {format.instant(meeting.startsAt)}
          </Typography>
        </Box>
        {closedAt ? (
          <Tag label={translate('meeting.closed')} />
        ) : (
          openedAt && <Tag tone="success" label={translate('meeting.underWay')} />
        )}
        <ChevronRight sx={{ color: 'text.secondary' }} />
      </ButtonBase>
    </Card>
  );
};
