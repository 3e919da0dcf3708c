import Add from '@mui/icons-material/Add';
import { Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Answers } from './guest.graphql.ts';

type Certified = Answers['certifications'][number];

/** The certifications a structure declares, each until a day; one that is past says so. */
export const CertificationFields = ({
  certifications,
  change,
}: {
  readonly certifications: Answers['certifications'];
  readonly change: (some: Partial<Answers>) => void;
}) => {
  const translate = useTranslate();
  const today = new Date().toISOString().slice(0, 10);
  const put = (place: number, some: Partial<Certified>) =>
    change({ certifications: certifications.map((each, i) => (i === place ? { ...each, ...some } : each)) });
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Box component="legend" sx={{ p: 0, mb: 2, fontWeight: 650 }}>
        {translate('registration.certifications')}
      </Box>
      {certifications.map(({ name, until }, i) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a certification has no other name than its place while one types.
          key={i}
          sx={{
            display: 'grid',
            gap: 3,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr', sm: '1fr 200px auto' },
          }}
        >
          <TextField
            id={`certification-${i}`}
            label={translate('registration.certification', { number: i + 1 })}
            value={name}
            onChange={({ target }) => put(i, { name: target.value })}
          />
          <TextField
            id={`certification-${i}-until`}
            type="date"
            label={translate('registration.until')}
            value={until ?? ''}
            onChange={({ target }) => put(i, { until: target.value || null })}
            helperText={until && until < today ? translate('registration.expired') : ''}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <Button
            color="inherit"
            aria-label={translate('registration.removeCertification', { number: i + 1 })}
            onClick={() => change({ certifications: certifications.filter((_, place) => place !== i) })}
          >
            {translate('ra.action.remove')}
          </Button>
        </Box>
      ))}
      {certifications.length < 20 && (
        <Button
          startIcon={<Add />}
          sx={{ alignSelf: 'start' }}
          onClick={() => change({ certifications: [...certifications, { name: '', until: null }] })}
        >
          {translate('registration.addCertification')}
        </Button>
      )}
    </Box>
  );
};
