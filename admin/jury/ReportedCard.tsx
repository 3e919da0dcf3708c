import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { Box, Card, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import type { Trophy } from './jury.graphql.ts';

/** One trophy of a past edition, as public sources tell it: each laureate with its award, its source, its doubt. */
export const ReportedCard = ({ trophy }: { readonly trophy: Trophy }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card component="section" sx={{ p: 5 }}>
      <Typography component="h2" variant="h3" sx={{ mb: 3 }}>
        {trophy.category?.label ?? translate('room.trophy.unnamed')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {trophy.laureates.map((one) => (
          <Box component="li" key={one.id}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
              {one.award === 'TROPHY' && <EmojiEvents aria-hidden sx={{ fontSize: 20, color: 'gold.main' }} />}
              <strong>{one.structure.name}</strong>
              <Chip of="Award" value={one.award} />
              {one.rank && <span>{translate('room.trophy.place', { place: format.ordinal(one.rank) })}</span>}
              {one.confidence !== 'HIGH' && <Chip of="Confidence" value={one.confidence} />}
            </Box>
            {[one.mention, one.note].filter(Boolean).map((text) => (
              <Typography key={text} variant="body2">
                {text}
              </Typography>
            ))}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, fontSize: '0.75rem', color: 'text.secondary' }}>
              {one.sources.map((source) =>
                /^https?:\/\//.test(source) ? (
                  <Link key={source} href={source} target="_blank" rel="noreferrer" underline="always">
                    {new URL(source).hostname.replace(/^www\./, '')}
                  </Link>
                ) : (
                  <span key={source}>{source}</span>
                ),
              )}
            </Box>
          </Box>
        ))}
      </Box>
      {trophy.pointRemarquable && (
        <Typography variant="body2" sx={{ mt: 3 }}>
          {trophy.pointRemarquable}
        </Typography>
      )}
    </Card>
  );
};
