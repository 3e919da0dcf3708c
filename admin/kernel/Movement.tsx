import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import ArrowDropUp from '@mui/icons-material/ArrowDropUp';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from './format.ts';
import { Hidden } from './Hidden.tsx';

interface MovementProps {
  /** Ranks from 1; null when out of the ranking. */
  readonly before: number | null;
  readonly after: number | null;
}

type Kind = 'up' | 'down' | 'same' | 'in' | 'out' | 'none';

const tones = { up: 'success', in: 'success', down: 'error', out: 'error', same: 'muted', none: 'muted' } as const;

/** How far a rank moved: an arrow and a count of places, and the same in words for those who listen. */
export const Movement = ({ before, after }: MovementProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const kind = kindOf(before, after);
  const places = Math.abs((before ?? 0) - (after ?? 0));
  return (
    <Box
      component="span"
      sx={({ palette: { tokens } }) => ({
        whiteSpace: 'nowrap',
        ...{ color: tokens[tones[kind]], fontWeight: tones[kind] === 'muted' ? 400 : 650 },
      })}
    >
      <Shape kind={kind} places={format.number(places)} />
      <Hidden>
        {translate(`room.movement.${kind}`, {
          ...{ smart_count: places, before: format.number(before), after: format.number(after) },
        })}
      </Hidden>
    </Box>
  );
};

const Shape = ({ kind, places }: { readonly kind: Kind; readonly places: string }) => {
  const translate = useTranslate();
  if (kind === 'same' || kind === 'none') return <span aria-hidden>=</span>;
  if (kind === 'in' || kind === 'out') return <span aria-hidden>{translate(`room.movement.${kind}Short`)}</span>;
  const Arrow = kind === 'up' ? ArrowDropUp : ArrowDropDown;
  return (
    <>
      <Arrow aria-hidden sx={{ fontSize: '1.4em', verticalAlign: '-0.35em', mx: '-2px' }} />
      <span aria-hidden>{places}</span>
    </>
  );
};

function kindOf(before: number | null, after: number | null): Kind {
  if (before === null) return after === null ? 'none' : 'in';
  if (after === null) return 'out';
  return before === after ? 'same' : after < before ? 'up' : 'down';
}
