import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { Outcome } from './edition.graphql.ts';

type Trophy = Outcome['trophies']['items'][number];

interface LaureatesProps {
  readonly trophies: readonly Trophy[];
  /** How many categories carry a trophy. */
  readonly awarded: number;
}

/** The palmarès so far: a category, who received its trophy, what made it stand out. */
export const LaureatesOf = ({ trophies, awarded }: LaureatesProps) => {
  const translate = useTranslate();
  return (
    <>
      {trophies.length < awarded && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: trophies.length > 0 ? 3 : 0 }}>
          {translate('room.award.progress', { smart_count: trophies.length, done: trophies.length, all: awarded })}
        </Typography>
      )}
      {trophies.length === 0 && awarded === 0 && translate('room.award.noCategoryMore')}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4 }}>
        {trophies.map((trophy) => (
          <li key={trophy.id}>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {trophy.category?.label ?? trophy.prize?.label ?? translate('room.trophy.unnamed')}
            </Typography>
            {trophy.laureates.length === 0 && translate('room.award.none')}
            {trophy.laureates.map((laureate) => (
              <LaureateLine key={laureate.id} laureate={laureate} />
            ))}
            {trophy.pointRemarquable && (
              <Typography variant="body2" sx={{ mt: 1, maxWidth: '75ch' }}>
                {trophy.pointRemarquable}
              </Typography>
            )}
          </li>
        ))}
      </Box>
    </>
  );
};

const LaureateLine = ({ laureate }: { readonly laureate: Trophy['laureates'][number] }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
    {laureate.award === 'TROPHY' && <EmojiEvents aria-hidden sx={{ fontSize: 18, color: 'gold.main' }} />}
    <strong>{laureate.structure.name}</strong>
    {laureate.structure.parent && (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {laureate.structure.parent.name}
      </Box>
    )}
    {laureate.award !== 'TROPHY' && <Chip of="Award" value={laureate.award} />}
    {laureate.mention && <span>{laureate.mention}</span>}
    {laureate.confidence !== 'HIGH' && <Chip of="Confidence" value={laureate.confidence} />}
  </Box>
);
