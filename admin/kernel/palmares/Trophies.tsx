import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip, Tag } from '../chips.tsx';
import { Section } from '../record/Section.tsx';
import { SERIF } from '../theme.ts';
import type { PublishedLaureate, Rows } from './rows.ts';

/** The laureates as the public will read them, each with what made it stand out. */
export const Trophies = ({ rows, reported }: { readonly rows: Rows; readonly reported: boolean }) => {
  const translate = useTranslate();
  if (rows.trophy.length === 0) return null;
  return (
    <Section title={translate('room.publication.laureatesTitle')}>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 5, gridTemplateColumns: { lg: '1fr 1fr' } }}
      >
        {rows.trophy.map((trophy) => {
          const laureates = rows.laureate.filter((one) => one.trophy === trophy.position);
          return (
            <li key={trophy.position}>
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary', fontWeight: 600 }}>
                {trophy.category_label ?? trophy.prize_label ?? translate('room.trophy.unnamed')}
              </Typography>
              {laureates.length === 0 && translate('room.publication.noLaureate')}
              {laureates.map((one) => (
                <Laureate key={one.name} laureate={one} />
              ))}
              {trophy.point_remarquable && (
                <Typography
                  sx={{ mt: 1, fontFamily: SERIF, fontSize: '1rem', maxWidth: '70ch', whiteSpace: 'pre-line' }}
                >
                  {trophy.point_remarquable}
                </Typography>
              )}
              {!reported && !trophy.point_remarquable && laureates.length > 0 && (
                <Tag label={translate('room.publication.noPoint')} />
              )}
            </li>
          );
        })}
      </Box>
    </Section>
  );
};

const Laureate = ({ laureate }: { readonly laureate: PublishedLaureate }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
    {laureate.award === 'TROPHY' && <EmojiEvents aria-hidden sx={{ fontSize: 20, color: 'gold.main' }} />}
    <strong>{laureate.name}</strong>
    {laureate.parent_name && (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {laureate.parent_name}
      </Box>
    )}
    {laureate.award !== 'TROPHY' && <Chip of="Award" value={laureate.award} />}
  </Box>
);
