import { Box, GlobalStyles, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { itemBefore, keepsMeeting, nextItem } from '../item.ts';
import {
  CloseMeeting,
  CountItem,
  type Item,
  type Meeting,
  OpenItem,
  OpenMeeting,
  SecondBallot,
} from '../meeting.graphql.ts';
import { ActButton } from './ActButton.tsx';
import { BreakOffButton } from './BreakOffButton.tsx';
import { CastingButton } from './CastingButton.tsx';
import { RecordButton } from './RecordButton.tsx';

/** What is reached by keys or from a link stops above the bar, never behind it. */
const ABOVE_THE_BAR = { html: { scrollPaddingBottom: 96 } };

/** What presiding asks for now, at the foot of the screen, under the thumb. Nobody else sees it. */
export const ChairBar = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const { id, openedAt, closedAt } = meeting;
  if (!keepsMeeting(meeting) || closedAt) return null;
  const item = itemBefore(meeting);
  const acts = !item || item.recused || item.mayPreside || meeting.me?.office === 'SECRETARY';
  if (!acts) return null;
  return (
    <Box
      component="section"
      aria-label={translate('chair.bar')}
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 5,
        mt: 6,
        mx: { xs: -4, md: -6 },
        mb: { xs: -4, md: -6 },
        px: { xs: 4, md: 6 },
        py: 3,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        boxShadow: 8,
      }}
    >
      <GlobalStyles styles={ABOVE_THE_BAR} />
      <Typography variant="body2" sx={{ fontWeight: 650, flex: { xs: '1 1 100%', sm: '0 0 auto' }, mr: { sm: 3 } }}>
        {translate('chair.bar')}
      </Typography>
      {!openedAt && <ActButton name="openMeeting" consequences={3} primary onAct={(act) => act(OpenMeeting, { id })} />}
      {openedAt && !item && <BetweenItems meeting={meeting} />}
      {openedAt && item && <DuringItem meeting={meeting} item={item} />}
    </Box>
  );
};

const BetweenItems = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const next = nextItem(meeting);
  const left = new Set(meeting.items.filter(({ state }) => state === 'PENDING').map(({ mandateId }) => mandateId)).size;
  return (
    <>
      {next &&
        (next.mayPreside ? (
          <ActButton
            name="openItem"
            told={{ award: next.label, recused: next.quorum?.recused ?? 0 }}
            consequences={3}
            primary
            onAct={(act) => act(OpenItem, { id: next.id })}
          />
        ) : (
          <Typography variant="body2">
            {translate(next.recused ? 'chair.recused' : 'chair.notPresiding', {
              name: next.quorum?.presiding ?? '—',
            })}
          </Typography>
        ))}
      <ActButton
        name={left > 0 ? 'closeMeeting' : 'closeMeetingDone'}
        told={{ smart_count: left }}
        consequences={2}
        primary={!next}
        onAct={(act) => act(CloseMeeting, { id: meeting.id })}
      />
    </>
  );
};

const DuringItem = ({ meeting, item }: { readonly meeting: Meeting; readonly item: Item }) => {
  const translate = useTranslate();
  if (item.recused) return <Typography variant="body2">{translate('chair.recused')}</Typography>;
  const breakOff = (item.mayPreside || meeting.me?.office === 'SECRETARY') && <BreakOffButton item={item} />;
  if (!item.mayPreside)
    return (
      <>
        <Typography variant="body2">
          {translate('chair.notPresiding', { name: item.quorum?.presiding ?? '—' })}
        </Typography>
        {breakOff}
      </>
    );
  const silent = Math.max(0, (item.quorum?.present ?? 0) - (item.ballotsCast ?? 0));
  const outcome = item.result?.outcome;
  return (
    <>
      {item.state === 'OPEN' && (
        <ActButton
          name={item.paper ? (silent > 0 ? 'count' : 'countAll') : 'countNone'}
          told={{ smart_count: silent, cast: item.ballotsCast ?? 0 }}
          consequences={item.paper ? 3 : 2}
          primary
          onAct={(act) => act(CountItem, { id: item.id })}
        />
      )}
      {outcome === 'LAUREATES' && <RecordButton item={item} />}
      {outcome === 'SECOND_BALLOT' && (
        <ActButton name="second" consequences={3} primary onAct={(act) => act(SecondBallot, { id: item.id })} />
      )}
      {outcome === 'CASTING_VOTE' && meeting.me?.name === item.quorum?.presiding && <CastingButton item={item} />}
      {breakOff}
    </>
  );
};
