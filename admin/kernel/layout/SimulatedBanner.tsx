import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useEdition } from '../edition.tsx';

/**
 * Says, on every page of a simulated edition, that its figures were invented; of one that was never published, what it
 * is there for. Stripes: it cannot be missed.
 */
export const SimulatedBanner = () => {
  const translate = useTranslate();
  const edition = useEdition();
  if (edition?.provenance !== 'SIMULATED') return null;
  const published = edition.phase === 'PUBLISHED' || edition.phase === 'ARCHIVED';
  return (
    <Box
      component="section"
      aria-label={translate('app.simulated')}
      sx={({ palette: { tokens } }) => ({
        px: { xs: 4, md: 6 },
        py: 1.5,
        fontSize: '0.8125rem',
        color: tokens.warning,
        borderBottom: `1px solid ${tokens.warning}`,
        backgroundColor: tokens.paper,
        backgroundImage: `repeating-linear-gradient(135deg, ${tokens.warning}14 0 8px, transparent 8px 16px)`,
      })}
    >
      <strong>{translate('app.simulated')}</strong>
      <Box component="span" sx={{ display: { xs: 'none', md: 'inline' }, color: 'text.primary' }}>
        {' · '}
        {published ? translate('app.simulatedMore') : edition.label}
      </Box>
    </Box>
  );
};
