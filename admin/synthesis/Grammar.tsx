import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What may stand between braces, each with what it is for. */
const forms = [
  ['{{ indicator phone.rings_mean }}', 'figure'],
  ['{{ mean category towns_over_50000 }}', 'mean'],
  ['{{ mean global in 2021 }}', 'year'],
  ['{{ change global | broken }}', 'change'],
  ['{{ change global | broken | unsigned }}', 'unsigned'],
  ['{{ highest channel }}', 'extreme'],
  ['{{ laureates regions }}', 'laureates'],
  ['{{ … | bare }}', 'bare'],
  ['{{ … | decimals 1 }}', 'decimals'],
  ['{{ name "Agenda 2030" }}', 'name'],
  ['{{ chart channels }}', 'block'],
  ['# Titre   ## Partie   - élément   **gras**', 'marks'],
] as const;

/** How a text is written, in a few lines that open on demand. */
export const Grammar = () => {
  const translate = useTranslate();
  return (
    <Box component="details" sx={{ mt: 3 }}>
      <Typography component="summary" variant="body2" sx={{ cursor: 'pointer', fontWeight: 600 }}>
        {translate('room.synthesis.grammar.title')}
      </Typography>
      <Box component="dl" sx={{ m: 0, mt: 2, display: 'grid', gap: 2 }}>
        {forms.map(([form, key]) => (
          <div key={key}>
            <Box component="dt" sx={{ fontFamily: 'monospace', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
              {form}
            </Box>
            <Typography component="dd" variant="body2" sx={{ m: 0, color: 'text.secondary' }}>
              {translate(`room.synthesis.grammar.${key}`)}
            </Typography>
          </div>
        ))}
      </Box>
    </Box>
  );
};
