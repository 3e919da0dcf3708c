import Check from '@mui/icons-material/Check';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Hidden } from '../kernel/Hidden.tsx';
import type { EditionSheet } from './edition.graphql.ts';

/** The nine phases in a line: those that are done, the one in progress, those to come. */
export const PhaseSteps = ({ edition }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const here = edition.phases.findIndex(({ phase }) => phase === edition.phase);
  return (
    <>
      <Typography variant="caption" sx={{ display: { md: 'none' }, color: 'text.secondary' }} component="p">
        {translate('room.phase.position', { here: here + 1, all: edition.phases.length })} ·{' '}
        <strong>{translate(`enum.EditionPhase.${edition.phase}`)}</strong>
      </Typography>
      <Box
        component="ol"
        sx={{
          listStyle: 'none',
          m: 0,
          mt: 2,
          p: 0,
          display: 'grid',
          gridTemplateColumns: `repeat(${edition.phases.length}, minmax(0, 1fr))`,
          gap: { xs: 1, md: 0 },
        }}
      >
        {edition.phases.map(({ phase }, at) => (
          <Step key={phase} name={translate(`enum.EditionPhase.${phase}`)} state={stateOf(at, here)} />
        ))}
      </Box>
    </>
  );
};

type State = 'done' | 'now' | 'ahead';
const stateOf = (at: number, here: number): State => (at < here ? 'done' : at === here ? 'now' : 'ahead');

const Step = ({ name, state }: { readonly name: string; readonly state: State }) => {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      aria-current={state === 'now' ? 'step' : undefined}
      sx={{
        position: 'relative',
        fontSize: '0.75rem',
        color: state === 'ahead' ? 'text.secondary' : 'text.primary',
        fontWeight: state === 'now' ? 700 : 400,
        '&:not(:last-of-type)::after': {
          content: '""',
          display: { xs: 'none', md: 'block' },
          position: 'absolute',
          left: 22,
          right: 0,
          top: 9,
          height: 2,
          bgcolor: state === 'done' ? 'primary.main' : 'divider',
        },
      }}
    >
      <Dot state={state} />
      <Box component="span" sx={{ display: { xs: 'none', md: 'block' }, mt: 1.5, pr: 1 }}>
        {name}
      </Box>
      <Hidden>
        {name} {state === 'ahead' ? '' : translate(state === 'done' ? 'room.phase.done' : 'room.phase.now')}
      </Hidden>
    </Box>
  );
};

const Dot = ({ state }: { readonly state: State }) => (
  <Box
    aria-hidden
    sx={{
      width: { xs: '100%', md: 20 },
      height: { xs: 8, md: 20 },
      borderRadius: { xs: '4px', md: '50%' },
      display: 'grid',
      placeItems: 'center',
      border: 2,
      borderColor: state === 'ahead' ? 'divider' : 'primary.main',
      bgcolor: state === 'done' ? 'primary.main' : 'background.paper',
      color: 'primary.contrastText',
      ...(state === 'now' ? { boxShadow: ({ palette }) => `inset 0 0 0 4px ${palette.primary.main}` } : {}),
    }}
  >
    {state === 'done' && <Check sx={{ fontSize: 14, display: { xs: 'none', md: 'block' } }} />}
  </Box>
);
