import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Fault } from './FormPage.tsx';
import type { Answers, GuestForm } from './guest.graphql.ts';

/** What every section of the form works with. */
export interface SectionProps {
  readonly answers: Answers;
  readonly form: GuestForm;
  readonly faults: readonly Fault[];
  readonly change: (some: Partial<Answers>) => void;
}

/** One step of the form, with its number; what is wrong in it is said on top. */
export const FormSection = ({
  step,
  name,
  faults,
  fields,
  children,
}: {
  readonly step: number;
  /** Its words, under registration.section. */
  readonly name: string;
  readonly faults: readonly Fault[];
  /** The fields it holds: their faults are shown here. */
  readonly fields: readonly string[];
  readonly children: ReactNode;
}) => {
  const translate = useTranslate();
  const own = faults.filter(({ field }) => fields.includes(field));
  return (
    <Card component="section" aria-labelledby={`step-${step}`} sx={{ p: { xs: 5, sm: 6 } }}>
      {fields.map((field) => (
        <Box key={field} id={`section-${field}`} sx={{ scrollMarginTop: 16 }} />
      ))}
      <Typography component="h2" variant="h2" id={`step-${step}`}>
        {step}. {translate(`registration.section.${name}`)}
      </Typography>
      <Typography sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 1, mb: 5 }}>
        {translate(`registration.section.${name}More`)}
      </Typography>
      {own.map(({ reason }) => (
        <Typography key={reason} sx={{ color: 'error.main', mb: 3 }}>
          {translate(`registration.fault.${reason}`)}
        </Typography>
      ))}
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>{children}</Box>
    </Card>
  );
};
