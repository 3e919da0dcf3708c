import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { FormSection, type SectionProps } from './FormSection.tsx';
import { toggled } from './ParticipationSection.tsx';

/** The conditions of participation, each ticked by itself. */
export const ConditionSection = ({ answers, form, faults, change }: SectionProps) => (
  <FormSection step={4} name="conditions" faults={faults} fields={['accepted']}>
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {form.conditions.map(({ code, text }) => (
        <FormControlLabel
          key={code}
          sx={{ alignItems: 'flex-start' }}
          control={
            <Checkbox
              checked={answers.accepted.includes(code)}
              onChange={(_, checked) => change({ accepted: toggled(answers.accepted, code, checked) })}
            />
          }
          label={<Box sx={{ pt: 2 }}>{text}</Box>}
        />
      ))}
    </Box>
  </FormSection>
);
