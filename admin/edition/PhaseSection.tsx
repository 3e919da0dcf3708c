import { Box, Button, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { EditionSheet } from './edition.graphql.ts';
import { MovePhase } from './MovePhase.tsx';
import { PhaseSteps } from './PhaseSteps.tsx';
import { PhaseTable } from './PhaseTable.tsx';

type Phase = EditionSheet['phase'];

/** Where the edition stands among its nine phases, what that allows, and the way to the next one. */
export const PhaseSection = ({ edition }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { canAccess } = useCanAccess({ resource: 'edition', action: 'edit' });
  const [to, setTo] = useState<Phase | null>(null);
  const rights = edition.rights.map((right) => translate(`room.passage.right.${right}`));
  return (
    <Section title={translate('room.phase.title')}>
      <PhaseSteps edition={edition} />
      <Box
        sx={{
          mt: 5,
          display: 'flex',
          flexWrap: 'wrap',
          gap: 4,
          alignItems: 'flex-end',
          justifyContent: 'space-between',
        }}
      >
        <Box sx={{ flex: '0 1 70ch', minWidth: 0 }}>
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {translate(`room.phase.about.${edition.phase}`)}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {rights.length > 0
              ? translate('room.phase.allows', { rights: format.list(rights) })
              : translate('room.phase.readOnly')}
          </Typography>
          {edition.phaseMotive && (
            <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
              {translate('room.phase.motiveNow', { motive: edition.phaseMotive })}
            </Typography>
          )}
        </Box>
        {canAccess && <Moves edition={edition} onMove={setTo} />}
      </Box>
      {canAccess && <PhaseTable edition={edition} />}
      <MovePhase key={to} edition={edition} to={to} onClose={() => setTo(null)} />
    </Section>
  );
};

/** The next phase as the main button; the others, those behind included, in a menu. Publishing has a page of its own. */
const Moves = ({ edition, onMove }: { readonly edition: EditionSheet; readonly onMove: (to: Phase) => void }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const here = edition.phases.findIndex(({ phase }) => phase === edition.phase);
  const reachable = edition.phases.flatMap(({ phase, reachable }, at) => (reachable ? [{ phase, at }] : []));
  const next = reachable.find(({ at }) => at > here);
  const others = reachable.filter((one) => one !== next).reverse();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {others.length > 0 && (
        <Button
          color="inherit"
          id={`${id}button`}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? id : undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          {translate('room.phase.other')}
        </Button>
      )}
      <Menu
        id={id}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': `${id}button` } }}
      >
        {others.map(({ phase, at }) => (
          <MenuItem
            key={phase}
            onClick={() => {
              setAnchor(null);
              onMove(phase);
            }}
          >
            {translate(at < here ? 'room.phase.back' : 'room.phase.next', {
              phase: translate(`enum.EditionPhase.${phase}`),
            })}
          </MenuItem>
        ))}
      </Menu>
      {next && (
        <Button variant={next.phase === 'ARCHIVED' ? 'outlined' : 'contained'} onClick={() => onMove(next.phase)}>
          {translate('room.phase.next', { phase: translate(`enum.EditionPhase.${next.phase}`) })}
        </Button>
      )}
      {edition.rights.includes('PUBLISH') && (
        <Button variant="contained" component={Link} to={`${basename}/publication`}>
          {translate('room.phase.nextTo')}
        </Button>
      )}
    </Box>
  );
};
