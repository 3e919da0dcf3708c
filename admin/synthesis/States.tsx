import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Text } from './synthesis.graphql.ts';

interface StatesProps {
  readonly text: Text;
  /** What is on the desk. */
  readonly current: string;
  readonly onTake: (body: string) => void;
}

/** Every state of a text, the latest first; one may be taken up again. */
export const States = ({ text: { states }, current, onTake }: StatesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  if (states.length === 0) return null;
  return (
    <Section title={translate('room.synthesis.states')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {states.map(({ id, number, body, authorName, createdAt, approvedAt, approvedByName }) => (
          <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', py: 1 }}>
            <Typography variant="body2" sx={{ flex: '1 1 260px' }}>
              {translate(approvedAt ? 'room.synthesis.stateApproved' : 'room.synthesis.stateLine', {
                ...{ number, author: authorName, day: format.instant(createdAt), approver: approvedByName },
              })}
            </Typography>
            {body !== current && (
              <Button
                size="small"
                color="inherit"
                aria-label={translate('room.synthesis.takeUp', { number })}
                onClick={() => onTake(body)}
              >
                {translate('room.synthesis.take')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
};
