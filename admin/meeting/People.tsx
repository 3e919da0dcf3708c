import Check from '@mui/icons-material/Check';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { keepsMeeting } from './item.ts';
import { MarkPresence, type Meeting } from './meeting.graphql.ts';

/** Who sits, and who is in the room. Whoever keeps the meeting marks it; everybody marks themselves. */
export const People = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['meeting']);
  const { people, me, id } = meeting;
  const held = meeting.openedAt !== null && meeting.closedAt === null;
  const here = people.filter((each) => each.here).length;
  return (
    <Section
      title={translate('meeting.people')}
      aside={held && <Tag label={translate('meeting.hereOf', { here, all: people.length })} />}
    >
      {refusal && (
        <Typography role="alert" sx={{ color: 'error.main', mb: 2 }}>
          {refusal}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {people.map((person) => {
          const mine = person.id === me?.id;
          return (
            <Box
              component="li"
              key={person.id}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 2,
                minHeight: 52,
                py: 1,
                '& + &': { borderTop: 1, borderColor: 'divider' },
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Box sx={{ fontWeight: mine ? 700 : 500, overflowWrap: 'anywhere' }}>
                  {person.name}
                  {mine && ` (${translate('meeting.you')})`}
                </Box>
                <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
                  {[translate(`enum.Office.${person.office}`), person.quality].filter(Boolean).join(' · ')}
                </Box>
              </Box>
              {held && (mine || keepsMeeting(meeting)) ? (
                <Button
                  variant="outlined"
                  aria-pressed={person.here}
                  aria-label={`${person.name} : ${translate(person.here ? 'meeting.here' : 'meeting.away')}`}
                  disabled={pending}
                  onClick={() => void act(MarkPresence, { id, here: !person.here, jurorId: mine ? null : person.id })}
                  sx={{ minHeight: 44, minWidth: 96 }}
                  color={person.here ? 'success' : 'inherit'}
                  startIcon={person.here ? <Check /> : null}
                >
                  {translate(person.here ? 'meeting.here' : 'meeting.away')}
                </Button>
              ) : (
                held && (
                  <Tag
                    tone={person.here ? 'success' : 'muted'}
                    label={translate(person.here ? 'meeting.here' : 'meeting.away')}
                  />
                )
              )}
            </Box>
          );
        })}
      </Box>
    </Section>
  );
};
