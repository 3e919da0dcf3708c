import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import { Box, IconButton, Link, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import type { Item } from './agenda.graphql.ts';
import type { Gone } from './departures.ts';

interface ItemRowProps {
  readonly item: Item;
  /** Who is out of the room for it, and who was for the item before. */
  readonly gone: readonly Gone[];
  readonly before: readonly Gone[];
  /** Takes it earlier or later; null where it cannot be. */
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
}

/** One item: its award, who goes out and comes back, the quorum, the ballots cast while it is open. */
export const ItemRow = ({ item, gone, before, up, down }: ItemRowProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Box
      component="li"
      aria-current={item.state === 'OPEN' ? 'step' : undefined}
      sx={{
        display: 'flex',
        gap: 4,
        px: 5,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        ...(item.state === 'OPEN' ? { bgcolor: 'action.selected' } : {}),
      }}
    >
      <Typography component="span" sx={{ width: 24, fontSize: '1.25rem', fontWeight: 650, color: 'text.secondary' }}>
        {item.position}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0, fontSize: '0.875rem' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
          <Link component={RouterLink} to={`${basename}/mandate/${item.mandateId}/show`} sx={{ fontWeight: 600 }}>
            {item.label}
          </Link>
          {item.round > 1 && <Tag label={translate('room.agenda.round', { round: item.round })} />}
          <Chip of="ItemState" value={item.state} />
        </Box>
        <Doors gone={gone} before={before} />
        <Standing item={item} />
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column' }}>
        {up && (
          <IconButton size="small" aria-label={translate('room.agenda.earlier', { award: item.label })} onClick={up}>
            <ArrowUpward fontSize="small" />
          </IconButton>
        )}
        {down && (
          <IconButton size="small" aria-label={translate('room.agenda.later', { award: item.label })} onClick={down}>
            <ArrowDownward fontSize="small" />
          </IconButton>
        )}
      </Box>
    </Box>
  );
};

/** Who goes out for the item, who stays out, who comes back. */
const Doors = ({ gone, before }: Pick<ItemRowProps, 'gone' | 'before'>) => {
  const translate = useTranslate();
  const format = useFormat();
  const isIn = (all: readonly Gone[], { id }: Gone) => all.some((one) => one.id === id);
  const moves = {
    leave: gone.filter((one) => !isIn(before, one)),
    stay: gone.filter((one) => isIn(before, one)),
    back: before.filter((one) => !isIn(gone, one)),
  };
  const said = (Object.keys(moves) as (keyof typeof moves)[])
    .filter((move) => moves[move].length > 0)
    .map((move) =>
      translate(`room.agenda.door.${move}`, {
        names: format.list(moves[move].map(({ name }) => name)),
        smart_count: moves[move].length,
      }),
    );
  return (
    <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
      {said.length > 0 ? said.join(' · ') : translate('room.agenda.nobodyLeaves')}
    </Typography>
  );
};

/** Its quorum and what came of it. */
const Standing = ({ item }: { readonly item: Item }) => {
  const translate = useTranslate();
  const { quorum, state, ballotsCast, decisionNumber, brokenOff } = item;
  const waits = state === 'PENDING';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, mt: 1, alignItems: 'center' }}>
      {quorum && (
        <span>
          {translate(waits ? 'room.agenda.quorumTo' : 'room.agenda.quorumIs', {
            ...{ entitled: quorum.entitled, present: quorum.present, needed: quorum.needed },
          })}
        </span>
      )}
      {quorum && (waits ? quorum.entitled < quorum.needed : !quorum.reached) && (
        <Tag tone="error" label={translate(waits ? 'room.mandate.outOfReach' : 'room.agenda.noQuorum')} />
      )}
      {state === 'OPEN' && (
        <strong role="status">
          {translate('room.agenda.ballots', { smart_count: ballotsCast ?? 0, present: quorum?.present ?? 0 })}
        </strong>
      )}
      {decisionNumber !== null && <span>{translate('room.agenda.decision', { number: decisionNumber })}</span>}
      {brokenOff && <span>« {brokenOff} »</span>}
    </Box>
  );
};
