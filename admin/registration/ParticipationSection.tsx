import { Box, Checkbox, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CertificationFields } from './CertificationFields.tsx';
import { FormSection, type SectionProps } from './FormSection.tsx';

/** What the structure wants back, its option, its certifications, and whom it lets know. */
export const ParticipationSection = ({ answers, form, faults, change }: SectionProps) => {
  const translate = useTranslate();
  const free = answers.tier === 'FREE';
  return (
    <FormSection step={3} name="participation" faults={faults} fields={['tier', 'reception', 'certifications']}>
      <Box>
        <FormLabel id="tier-label">{translate('registration.tier')}</FormLabel>
        <RadioGroup
          aria-labelledby="tier-label"
          value={answers.tier ?? ''}
          onChange={(_, tier) =>
            change({ tier: tier as 'FREE' | 'PAID', ...(tier === 'FREE' ? { reception: false } : {}) })
          }
        >
          {(['FREE', 'PAID'] as const).map((tier) => (
            <FormControlLabel
              key={tier}
              value={tier}
              control={<Radio />}
              label={translate(`registration.tiers.${tier}`)}
            />
          ))}
        </RadioGroup>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('registration.tierSame')}
        </Typography>
      </Box>
      <FormControlLabel
        disabled={free}
        control={
          <Checkbox checked={answers.reception} onChange={(_, reception) => change({ reception })} disabled={free} />
        }
        label={translate(free ? 'registration.receptionFree' : 'registration.reception')}
      />
      <CertificationFields certifications={answers.certifications} change={change} />
      {form.partners.length > 0 && (
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
          <Box component="legend" sx={{ p: 0, mb: 2, fontWeight: 650 }}>
            {translate('registration.consents')}
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
            {translate('registration.consentsMore')}
          </Typography>
          {form.partners.map(({ code, name, purpose }) => (
            <FormControlLabel
              key={code}
              sx={{ display: 'flex', alignItems: 'flex-start', mb: 2 }}
              control={
                <Checkbox
                  checked={answers.consents.includes(code)}
                  onChange={(_, checked) => change({ consents: toggled(answers.consents, code, checked) })}
                />
              }
              label={
                <Box sx={{ pt: 2 }}>
                  <strong>{name}</strong> : {purpose}
                </Box>
              }
            />
          ))}
        </Box>
      )}
    </FormSection>
  );
};

/** The list with, or without, one of its words. */
export const toggled = (words: readonly string[], word: string, present: boolean): string[] => [
  ...words.filter((each) => each !== word),
  ...(present ? [word] : []),
];
