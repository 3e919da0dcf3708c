import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { ControlSheet } from './control.graphql.ts';

/** All that was done to a test, in the order it was. */
export const Steps = ({ steps }: { readonly steps: ControlSheet['steps'] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Section title={translate('room.control.steps')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map(({ did, at, by, state, subject, text }, i) => (
          <Box
            component="li"
            key={`${did} ${i.toString()}`}
            sx={{ pl: 4, pb: 3, borderLeft: 2, borderColor: 'divider' }}
          >
            <div>
              {translate(`room.control.did.${did}`, { by: by ?? translate('room.control.someone') })}
              {state && ` : ${translate(`enum.AuditState.${state}`)}`}
              {subject && ` · ${subject}`}
            </div>
            {text && <div style={{ whiteSpace: 'pre-line', opacity: 0.85 }}>{text}</div>}
            <Typography component="time" dateTime={at} variant="caption" sx={{ color: 'text.secondary' }}>
              {format.instant(at)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
};
