import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { Alert, Box, Button, Card, Link, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { SERIF } from '../kernel/theme.ts';
import { AwardDialog } from './AwardDialog.tsx';
import { type Case, followsRanking, isFree, isTooSmall } from './cases.ts';
import { Decisions } from './Decisions.tsx';
import { Firsts } from './Firsts.tsx';
import type { Mandate } from './jury.graphql.ts';

interface AwardCardProps {
  readonly of: Case;
  /** Whether it can be decided now. */
  readonly open: boolean;
  readonly editionId: string;
}

/** One trophy: who leads and by how much, who received it and why, the decisions so far, and the way to decide. */
export const AwardCard = ({ of, open, editionId }: AwardCardProps) => {
  const translate = useTranslate();
  const id = useId();
  const [deciding, setDeciding] = useState(false);
  const { award, prize, standings, trophy, decisions, mandate } = of;
  const motive = decisions[0]?.motive;
  const chosen = trophy?.laureates.map(({ structure }) => structure.id) ?? [];
  const given = chosen.length > 0;
  const astray =
    given &&
    standings.length > 0 &&
    !isFree(prize) &&
    decisions[0]?.followsRanking === false &&
    !followsRanking(of, chosen);
  return (
    <Card
      component="section"
      aria-labelledby={id}
      sx={({ palette }) => ({ p: 5, ...(given ? { borderTop: `3px solid ${palette.gold.main}` } : {}) })}
    >
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', justifyContent: 'space-between', mb: 3 }}>
        <Typography id={id} component="h2" variant="h3">
          {award.label}
        </Typography>
        {!trophy && <Tag tone="warning" label={translate('room.award.pending')} />}
        {trophy && !given && <Tag label={translate('room.award.none')} />}
      </Box>
      {trophy && given && <Laureates trophy={trophy} />}
      {prize && <PrizeBasis prize={prize} />}
      {!isFree(prize) && <Firsts of={of} quiet={trophy !== null} />}
      {(astray || (trophy && !given)) && (
        <Alert severity="info" sx={{ mt: 3 }}>
          {translate(given ? 'room.award.notFirst' : 'room.award.leftOut')}
          {motive && <Box sx={{ fontStyle: 'italic' }}>« {motive} »</Box>}
        </Alert>
      )}
      {given && !trophy?.pointRemarquable && <PointDue written={(trophy?.points.length ?? 0) > 0} />}
      {isTooSmall(of) && standings.length > 0 && (
        <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
          {translate('room.award.tooSmall', { smart_count: award.awardField })}
        </Typography>
      )}
      {mandate && <ByPanel mandate={mandate} decided={trophy !== null} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start', '&:not(:empty)': { mt: 4 } }}>
        {open && !mandate && (
          <Button
            variant={trophy ? 'outlined' : 'contained'}
            {...(trophy ? {} : { startIcon: <EmojiEvents /> })}
            onClick={() => setDeciding(true)}
          >
            {translate(trophy ? 'room.award.revise' : 'room.award.award')}
          </Button>
        )}
        <Decisions of={of} />
      </Box>
      {deciding && <AwardDialog of={of} editionId={editionId} onClose={() => setDeciding(false)} />}
    </Card>
  );
};

/** What is still to do of the points remarquables before publication, and where. */
const PointDue = ({ written }: { readonly written: boolean }) => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Alert severity="warning" sx={{ mt: 3 }}>
      {translate(written ? 'room.award.pointDue' : 'room.award.noPoint')}{' '}
      <Link component={RouterLink} underline="always" to={`${basename}/point`}>
        {translate('room.award.toPoints')}
      </Link>
    </Alert>
  );
};

const Laureates = ({ trophy }: { readonly trophy: NonNullable<Case['trophy']> }) => {
  const translate = useTranslate();
  const text = trophy.pointRemarquable ?? [...new Set(trophy.points.map((point) => point.text))].join('\n\n');
  return (
    <Box sx={{ mb: 4 }}>
      {trophy.laureates.map(({ id, structure, mention }) => (
        <Box key={id} sx={{ display: 'flex', gap: 2.5, alignItems: 'flex-start', color: 'gold.main' }}>
          <EmojiEvents aria-hidden sx={{ fontSize: 26, mt: '2px' }} />
          <Box>
            <Typography sx={{ fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 }}>{structure.name}</Typography>
            {mention && <Tag tone="gold" label={translate('room.award.mentioned', { mention })} />}
            {structure.parent && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {structure.parent.name}
              </Typography>
            )}
          </Box>
        </Box>
      ))}
      {text && (
        <Typography sx={{ mt: 2, fontFamily: SERIF, fontSize: '1rem', whiteSpace: 'pre-line' }}>{text}</Typography>
      )}
    </Box>
  );
};

/** That a panel decides it in its meeting, and where that is followed: nothing is decided here. */
const ByPanel = ({ mandate, decided }: { readonly mandate: Mandate; readonly decided: boolean }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { id, panel } = mandate;
  return (
    <Typography variant="body2" sx={{ mt: 3 }}>
      {translate(decided ? 'room.award.decidedByPanel' : 'room.award.byPanel', { panel: panel.label })}{' '}
      <Link component={RouterLink} underline="always" to={`${basename}/${decided ? 'decision' : `mandate/${id}/show`}`}>
        {translate(decided ? 'room.award.toDecision' : 'room.award.toMandate')}
      </Link>
    </Typography>
  );
};

/** What a special prize rewards, and what decides it. */
const PrizeBasis = ({ prize }: { readonly prize: NonNullable<Case['prize']> }) => {
  const translate = useTranslate();
  const basis = translate(`enum.PrizeBasis.${prize.basis}`);
  const channel = prize.channel ? ` : ${translate(`enum.ChannelCode.${prize.channel}`)}` : '';
  return (
    <Typography variant="body2" sx={{ mb: 2, color: 'text.secondary' }}>
      {[prize.rewards, translate('room.award.restsOn', { basis: `${basis}${channel}` })].filter(Boolean).join(' ')}
    </Typography>
  );
};
