import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Standing } from './standings.ts';

/** How many places are shown on each side. */
const SHOWN = 10;
const ROW = 28;

/** From the official order to the simulated one: a line a structure. The table under it says the same, to everyone. */
export const Slope = ({ standings }: { readonly standings: readonly Standing[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const simulated = standings.filter(({ rank }) => rank !== null).slice(0, SHOWN);
  const official = standings
    .filter(({ officialRank }) => officialRank !== null)
    .toSorted((a, b) => (a.officialRank ?? 0) - (b.officialRank ?? 0) || a.name.localeCompare(b.name, 'fr'));
  const before = official.slice(0, SHOWN);
  const rows = Math.max(simulated.length, before.length);
  if (rows === 0) return null;
  return (
    <Box component="figure" aria-hidden sx={{ m: 0, mb: 5 }}>
      <Typography component="figcaption" variant="h4" sx={{ mb: 2 }}>
        {translate('room.workshop.slope')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr) 40px minmax(0, 1fr)', sm: 'minmax(0, 1fr) 96px minmax(0, 1fr)' },
        }}
      >
        <Side title={translate('room.workshop.official')} end>
          {before.map(({ id, name, officialRank }) => (
            <Entry key={id} rank={format.number(officialRank)} name={name} first={(officialRank ?? 0) <= 3} end />
          ))}
        </Side>
        <Lines simulated={simulated} official={official} rows={rows} />
        <Side title={translate('room.workshop.simulated')}>
          {simulated.map(({ id, name, rank }) => (
            <Entry key={id} rank={format.number(rank)} name={name} first={(rank ?? 0) <= 3} />
          ))}
        </Side>
      </Box>
    </Box>
  );
};

interface SideProps {
  readonly title: string;
  /** Whether it stands left of the lines. */
  readonly end?: boolean;
  readonly children: ReactNode;
}

const Side = ({ title, end = false, children }: SideProps) => (
  <Box sx={{ minWidth: 0 }}>
    <Box
      sx={{
        ...{ height: ROW, fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' },
        textAlign: end ? 'right' : 'left',
      }}
    >
      {title}
    </Box>
    {children}
  </Box>
);

interface EntryProps {
  readonly rank: string;
  readonly name: string;
  /** Whether it stands on the podium. */
  readonly first: boolean;
  /** Whether the figure comes last, beside the lines. */
  readonly end?: boolean;
}

const Entry = ({ rank, name, first, end = false }: EntryProps) => (
  <Box
    sx={{
      display: 'flex',
      flexDirection: end ? 'row-reverse' : 'row',
      alignItems: 'center',
      gap: 1.5,
      height: ROW,
      fontSize: '0.8125rem',
      fontWeight: first ? 650 : 400,
    }}
  >
    <Box sx={{ minWidth: 16, textAlign: 'center', fontVariantNumeric: 'tabular-nums' }}>{rank}</Box>
    <Box
      title={name}
      sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: 'text.primary' }}
    >
      {name}
    </Box>
  </Box>
);

interface LinesProps {
  readonly simulated: readonly Standing[];
  /** In the official order, all of them: a line may come from below what is shown. */
  readonly official: readonly Standing[];
  readonly rows: number;
}

/** Up is drawn in one colour, down in another, and each is also a direction; who enters or leaves the ten is dashed. */
const Lines = ({ simulated, official, rows }: LinesProps) => {
  const height = (rows + 1) * ROW;
  const lines = linesOf(simulated, official, rows);
  return (
    <Box
      component="svg"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      sx={{ width: '100%', height, overflow: 'hidden' }}
    >
      {lines.map(({ id, from, to, shift }) => (
        <Box
          key={id}
          component="path"
          d={`M0 ${ROW * (from + 1.5)} C45 ${ROW * (from + 1.5)} 55 ${ROW * (to + 1.5)} 100 ${ROW * (to + 1.5)}`}
          sx={({ palette: { tokens } }) => ({
            fill: 'none',
            stroke: shift > 0 ? tokens.success : shift < 0 ? tokens.error : tokens.muted,
            strokeWidth: shift === 0 ? 1 : 2,
            strokeDasharray: Math.max(from, to) >= rows ? '4 3' : 'none',
            vectorEffect: 'non-scaling-stroke',
          })}
        />
      ))}
    </Box>
  );
};

/** From which row to which each line goes, for whoever is among the first on one side at least. */
function linesOf(simulated: readonly Standing[], official: readonly Standing[], rows: number) {
  const below = rows + 1;
  const toOf = new Map(simulated.map(({ id }, i) => [id, i]));
  const entering = simulated.filter(({ officialRank }) => officialRank === null);
  return [...official, ...entering]
    .map(({ id, rank, officialRank }, i) => ({
      ...{ id, from: officialRank === null ? below : Math.min(i, below), to: toOf.get(id) ?? below },
      shift: (officialRank ?? OUT) - (rank ?? OUT),
    }))
    .filter(({ from, to }) => from < rows || to < rows);
}

const OUT = 1e6;
