import { Box, Button } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { Hidden } from '../kernel/Hidden.tsx';
import { SERIF } from '../kernel/theme.ts';
import { dark } from '../kernel/tokens.ts';
import type { CeremonyAward } from './ceremony.graphql.ts';
import { Opening } from './Opening.tsx';
import { Reveal } from './Reveal.tsx';
import { fillScreen, useSteps } from './useSteps.ts';

interface StageProps {
  readonly edition: { readonly ordinal: number; readonly year: number; readonly label: string };
  readonly awards: readonly CeremonyAward[];
}

/** What the room sees: the opening, then each award announced and revealed. A click anywhere goes on. */
export const Stage = ({ edition, awards }: StageProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const navigate = useNavigate();
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    navigate(`${basename}/trophy`);
  };
  const { step, forward, back, black, show } = useSteps(1 + awards.length * 2, leave);
  const at = Math.floor((step - 1) / 2);
  const award = step > 0 ? awards[at] : undefined;
  return (
    <Box
      component="main"
      sx={{
        position: 'fixed',
        inset: 0,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: dark.ground,
        color: dark.ink,
        fontFamily: SERIF,
        overflow: 'auto',
      }}
    >
      <Box
        onClick={forward}
        sx={{
          flex: 1,
          display: 'grid',
          placeItems: 'center',
          px: { xs: 6, md: 16 },
          py: { xs: 6, md: 8 },
          cursor: 'default',
        }}
      >
        {award ? <Reveal key={award.id} award={award} revealed={step % 2 === 0} /> : <Opening edition={edition} />}
      </Box>
      <Box
        component="nav"
        aria-label={translate('ceremony.controls')}
        sx={{ display: 'flex', gap: 3, p: 4, opacity: { md: 0.55 }, '&:hover, &:focus-within': { opacity: 1 } }}
      >
        <Button color="inherit" onClick={leave} sx={{ minHeight: 48 }}>
          {translate('ceremony.leave')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button color="inherit" onClick={fillScreen} sx={{ minHeight: 48 }}>
          {translate('ceremony.full')}
        </Button>
        <Button color="inherit" onClick={back} disabled={step === 0} sx={{ minHeight: 48 }}>
          {translate('ceremony.back')}
        </Button>
        <Button
          color="inherit"
          variant="outlined"
          onClick={forward}
          disabled={step === awards.length * 2}
          sx={{ minHeight: 48 }}
        >
          {translate(step % 2 === 1 ? 'ceremony.reveal' : 'ceremony.next')}
        </Button>
      </Box>
      <Hidden>{translate('ceremony.keys')}</Hidden>
      {black && (
        <Box role="status" onClick={show} sx={{ position: 'fixed', inset: 0, bgcolor: '#000000' }}>
          <Hidden>{translate('ceremony.black')}</Hidden>
        </Box>
      )}
    </Box>
  );
};
