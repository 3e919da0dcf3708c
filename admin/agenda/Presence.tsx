import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../kernel/record/Section.tsx';
import type { Meeting } from './agenda.graphql.ts';

/** Who is in the room, once the meeting is opened. */
export const Presence = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const { people, openedAt, closedAt } = meeting;
  if (!openedAt || closedAt) return null;
  return (
    <Section
      title={translate('room.agenda.presence', {
        smart_count: people.filter(({ here }) => here).length,
        all: people.length,
      })}
    >
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
        }}
      >
        {people.map(({ id, name, office, here }) => (
          <Box key={id} component="li" sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: '0.875rem' }}>
            {here ? (
              <CheckCircleOutlined
                titleAccess={translate('room.agenda.here')}
                sx={{ fontSize: 18, color: 'success.main' }}
              />
            ) : (
              <RadioButtonUnchecked
                titleAccess={translate('room.agenda.away')}
                sx={{ fontSize: 18, color: 'text.secondary' }}
              />
            )}
            <span>
              {name}
              {office !== 'MEMBER' && ` (${translate(`enum.Office.${office}`)})`}
            </span>
          </Box>
        ))}
      </Box>
    </Section>
  );
};
