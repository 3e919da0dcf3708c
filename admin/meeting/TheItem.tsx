import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StepAsideButton } from '../kernel/StepAsideButton.tsx';
import { BallotBox } from './ballot/BallotBox.tsx';
import { Cast } from './ballot/Cast.tsx';
import { Candidates } from './Candidates.tsx';
import { awardCount, type Duty, dutyOf } from './item.ts';
import { MotionPart } from './MotionPart.tsx';
import type { Item, Meeting } from './meeting.graphql.ts';
import { Quorum } from './Quorum.tsx';
import { ResultOf } from './result/ResultOf.tsx';
import { ToDo } from './ToDo.tsx';
import { Urn } from './Urn.tsx';

/** What one may still leave: an item on which one has not voted. */
const mayLeave: readonly Duty[] = ['WAIT_OPEN', 'LISTEN', 'VOTE'];

/** One award before the panel: what it is, what to do now, who takes part, the vote, and what came of it. */
export const TheItem = ({ meeting, item }: { readonly meeting: Meeting; readonly item: Item }) => {
  const translate = useTranslate();
  const duty = dutyOf(meeting, item);
  const voting = item.state === 'OPEN' && !item.recused;
  const over = [
    translate('meeting.turn', { position: item.position, count: awardCount(meeting) }),
    item.round > 1 ? translate('meeting.round', { round: item.round }) : null,
    item.mode && translate(`enum.VotingMode.${item.mode}`),
  ];
  return (
    <Box component="section" aria-labelledby={`item-${item.id}`} sx={{ display: 'grid', gap: 5, minWidth: 0 }}>
      <Card sx={{ p: { xs: 5, sm: 8 } }}>
        <Typography sx={{ color: 'text.secondary', fontSize: '1rem' }}>{over.filter(Boolean).join(' · ')}</Typography>
        <Typography
          component="h2"
          id={`item-${item.id}`}
          sx={{ fontSize: { xs: '1.5rem', sm: '2.125rem' }, fontWeight: 650, lineHeight: 1.15, mt: 2, mb: 5 }}
        >
          {item.label}
        </Typography>
        <ToDo meeting={meeting} item={item} duty={duty} />
        {!item.recused && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: { xs: 4, sm: 8 }, mt: 6 }}>
            {voting && item.paper && <Urn item={item} />}
            {item.quorum && item.state !== 'DECIDED' && <Quorum item={item} quorum={item.quorum} />}
          </Box>
        )}
      </Card>
      {voting && <MotionPart item={item} duty={duty} />}
      {duty === 'VOTE' && item.paper && <BallotBox item={item} paper={item.paper} />}
      {item.voted && <Cast item={item} />}
      {item.result && <ResultOf item={item} result={item.result} meeting={meeting} />}
      {!item.recused && item.state !== 'DECIDED' && <Candidates item={item} />}
      {mayLeave.includes(duty) && meeting.me && (
        <Box>
          <StepAsideButton mandateId={item.mandateId} award={item.label} />
        </Box>
      )}
    </Box>
  );
};
