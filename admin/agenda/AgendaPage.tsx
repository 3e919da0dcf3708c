import { Box, Link } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { CanAccess, Title, useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { LineState } from '../kernel/LineState.tsx';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { meetingState } from '../kernel/meeting.ts';
import { TitleLine } from '../kernel/record/RecordPage.tsx';
import { Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import type { Line } from '../kernel/useLive.ts';
import { Agenda } from './Agenda.tsx';
import { AgendaPanel, type Meeting } from './agenda.graphql.ts';
import { MeetingActions } from './MeetingActions.tsx';
import { Presence } from './Presence.tsx';
import { useFollowed } from './useFollowed.ts';

/** One meeting, to plan and to follow: its agenda, who leaves when and why, and where it stands. */
export const AgendaPage = () => (
  <CanAccess resource="agenda" action="list" accessDenied={<Refused />} loading={<Loading />}>
    <Body />
  </CanAccess>
);

const Body = () => {
  const { id = '' } = useParams();
  const { data, line, error, refetch } = useFollowed(id);
  const panelId = data?.panelId;
  const panel = useQuery({
    queryKey: ['agenda', 'panel', panelId],
    queryFn: ({ signal }) => run(AgendaPanel, { id: panelId ?? '' }, signal),
    enabled: panelId !== undefined,
  });
  if (error)
    return (
      <>
        <Title title="state.failed" preferenceKey={false} />
        <RefusedBy error={error} retry={() => void refetch()} />
      </>
    );
  if (!data || !panel.data) return <Loading />;
  const { panel: of, awardVerdicts } = panel.data;
  return (
    <>
      <Head meeting={data} line={line} />
      <PageActions>
        <MeetingActions meeting={data} mandates={of.mandates} verdicts={awardVerdicts} />
      </PageActions>
      <Agenda meeting={data} mandates={of.mandates} verdicts={awardVerdicts} />
      <Presence meeting={data} />
    </>
  );
};

const Head = ({ meeting, line }: { readonly meeting: Meeting; readonly line: Line }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { label, panel, panelId, startsAt, place, openedAt, closedAt } = meeting;
  const when = closedAt
    ? translate('room.agenda.heldFromTo', { from: format.instant(openedAt), to: format.instant(closedAt) })
    : openedAt
      ? translate('room.agenda.openSince', { at: format.instant(openedAt) })
      : format.instant(startsAt);
  return (
    <>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {label} <Chip of="MeetingState" value={meetingState(meeting)} />
            <LineState line={line} closed={closedAt !== null} />
          </TitleLine>
        }
      />
      <Box sx={{ mt: -2, mb: 4, fontSize: '0.875rem' }}>
        <Link component={RouterLink} underline="always" to={`${basename}/panel/${panelId}/show`}>
          {panel}
        </Link>
        {' · '}
        {[when, place].filter(Boolean).join(' · ')}
      </Box>
    </>
  );
};
