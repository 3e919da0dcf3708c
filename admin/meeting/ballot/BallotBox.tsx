import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useKept } from '../../kernel/useKept.ts';
import { standing } from '../item.ts';
import type { Item, Paper } from '../meeting.graphql.ts';
import { CastDialog } from './CastDialog.tsx';
import { type BallotDraft, blankDraft, filledOf, isReady } from './draft.ts';
import { GradeBallot } from './GradeBallot.tsx';
import { MarkBallot } from './MarkBallot.tsx';
import { RankBallot } from './RankBallot.tsx';
import { RatifyBallot } from './RatifyBallot.tsx';

/** One's ballot: filled in at leisure, kept in this tab until it is cast, and cast once. */
export const BallotBox = ({ item, paper }: { readonly item: Item; readonly paper: Paper }) => {
  const translate = useTranslate();
  const kept = useKept<BallotDraft>(`ballot.${item.id}`, blankDraft, sessionStorage);
  const [asked, setAsked] = useState<'written' | 'blank' | null>(null);
  const candidates = standing(item);
  const codes = candidates.map(({ code }) => code);
  const draft = kept.value;
  const { done, all } = filledOf(paper, codes, draft);
  if (draft.abstains)
    return (
      <Alert
        severity="info"
        role="status"
        action={
          <Button color="inherit" onClick={() => kept.set({ ...draft, abstains: false })}>
            {translate('ballot.vote')}
          </Button>
        }
      >
        {translate('ballot.abstaining')}
      </Alert>
    );
  return (
    <Card component="section" aria-labelledby="my-ballot" sx={{ p: { xs: 4, sm: 6 } }}>
      <Typography component="h2" variant="h2" id="my-ballot" sx={{ mb: 4 }}>
        {translate('ballot.mine')}
      </Typography>
      <Fields paper={paper} candidates={candidates} draft={draft} onChange={kept.set} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mt: 6 }}>
        <Button
          variant="contained"
          size="large"
          startIcon={<HowToVoteOutlined />}
          disabled={!isReady(paper, codes, draft)}
          onClick={() => setAsked('written')}
          sx={{ minHeight: 56, px: 6, fontSize: '1.125rem', width: { xs: '100%', sm: 'auto' } }}
        >
          {translate('ballot.review')}
        </Button>
        <Button variant="outlined" onClick={() => setAsked('blank')} sx={{ minHeight: 48 }}>
          {translate('ballot.blank')}
        </Button>
        <Button color="inherit" onClick={() => kept.set({ ...draft, abstains: true })} sx={{ minHeight: 48 }}>
          {translate('ballot.abstain')}
        </Button>
        {paper.mode !== 'RATIFY' && (
          <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(`ballot.filled.${paper.mode}`, { done, all })}
          </Typography>
        )}
      </Box>
      {asked && (
        <CastDialog
          item={item}
          paper={paper}
          draft={draft}
          blank={asked === 'blank'}
          onClose={() => setAsked(null)}
          onCast={kept.forget}
        />
      )}
    </Card>
  );
};

const Fields = (props: {
  readonly paper: Paper;
  readonly candidates: ReturnType<typeof standing>;
  readonly draft: BallotDraft;
  readonly onChange: (draft: BallotDraft) => void;
}) => {
  const { paper, ...rest } = props;
  if (paper.mode === 'RATIFY') return <RatifyBallot draft={rest.draft} onChange={rest.onChange} />;
  if (paper.mode === 'RANK') return <RankBallot {...rest} mayOmit={paper.mayOmit} />;
  return paper.mode === 'SCORE' ? <MarkBallot {...props} /> : <GradeBallot {...props} />;
};
