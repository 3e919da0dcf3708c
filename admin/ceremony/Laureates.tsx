import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { dark } from '../kernel/tokens.ts';
import type { RevealedAward, RevealedLaureate } from './ceremony.graphql.ts';

/** About as many letters as two lines hold; a longer text is set smaller, and never cut. */
const TWO_LINES = 110;
/** About as many as one line of the largest type holds. */
const ONE_LINE = 30;

/** Who receives the award: one, several ex æquo, or nobody; each with its mention and its own point remarquable. */
export const Laureates = ({ trophy }: { readonly trophy: RevealedAward }) => {
  const translate = useTranslate();
  const all = trophy.laureates.filter(({ award }) => award !== 'RANKED');
  if (all.length === 0) return <Box sx={{ fontSize: '1.6em' }}>{translate('ceremony.nobody')}</Box>;
  const several = all.length > 1;
  // What a source reports of the award as a whole, where nothing is written of each laureate.
  const common = trophy.points.length === 0 ? trophy.pointRemarquable : null;
  return (
    <>
      {several && <Box sx={{ mb: '0.8em', color: dark.muted }}>{translate('ceremony.equals')}</Box>}
      {all.map((laureate) => (
        <LaureateOf key={laureate.id} laureate={laureate} point={pointOf(trophy, laureate)} several={several} />
      ))}
      {common && <Point text={common} />}
    </>
  );
};

/** Its own point, once someone approved it and the laureate agreed to it. */
const pointOf = ({ points }: RevealedAward, { structure }: RevealedLaureate): string | null =>
  points.find((point) => point.structure.id === structure.id && point.approvedAt && point.consent === 'GIVEN')?.text ??
  null;

interface LaureateOfProps {
  readonly laureate: RevealedLaureate;
  readonly point: string | null;
  readonly several: boolean;
}

const LaureateOf = ({ laureate: { mention, structure }, point, several }: LaureateOfProps) => {
  const translate = useTranslate();
  const { name, parent } = structure;
  return (
    <Box sx={{ '& + &': { mt: '1.1em' } }}>
      <Box
        sx={{
          color: dark.gold,
          fontSize: several ? '1.7em' : name.length > ONE_LINE ? '2em' : '2.6em',
          fontWeight: 600,
          lineHeight: 1.1,
          textWrap: 'balance',
        }}
      >
        {name}
      </Box>
      {parent && <Box sx={{ mt: '0.4em', color: dark.muted }}>{parent.name}</Box>}
      {mention && <Box sx={{ mt: '0.4em' }}>{translate('room.award.mentioned', { mention })}</Box>}
      {point && <Point text={point} tight={several} />}
    </Box>
  );
};

const Point = ({ text, tight = false }: { readonly text: string; readonly tight?: boolean }) => (
  <Box
    sx={{
      mt: tight ? '0.6em' : '1.4em',
      fontStyle: 'italic',
      fontSize: text.length > TWO_LINES ? '0.65em' : '0.85em',
      lineHeight: 1.4,
      whiteSpace: 'pre-line',
      textWrap: 'balance',
    }}
  >
    {text}
  </Box>
);
