import Add from '@mui/icons-material/Add';
import { Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FormSection, type SectionProps } from './FormSection.tsx';
import type { Answers } from './guest.graphql.ts';

type Contact = Answers['contacts'][number];
const NOBODY: Contact = { name: '', role: null, email: null, phone: null };
const FIELDS = [
  ['name', 'name'],
  ['role', 'organization-title'],
  ['email', 'email'],
  ['phone', 'tel'],
] as const;

/** Whom to write to: one person at least, ten at most. */
export const ContactSection = ({ answers, faults, change }: SectionProps) => {
  const translate = useTranslate();
  const contacts = answers.contacts.length > 0 ? answers.contacts : [NOBODY];
  const put = (place: number, some: Partial<Contact>) =>
    change({ contacts: contacts.map((each, i) => (i === place ? { ...each, ...some } : each)) });
  return (
    <FormSection step={2} name="contacts" faults={faults} fields={['contacts']}>
      {contacts.map((contact, i) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: people have no other name than their place while one types.
          key={i}
          component="fieldset"
          sx={{ border: 0, p: 0, m: 0, display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
        >
          <Box component="legend" sx={{ p: 0, mb: 3, fontWeight: 650 }}>
            {translate(i === 0 ? 'registration.firstContact' : 'registration.contact', { number: i + 1 })}
          </Box>
          {FIELDS.map(([field, complete]) => (
            <TextField
              key={field}
              id={`contact-${i}-${field}`}
              label={translate(`registration.contactField.${field}`)}
              type={field === 'email' ? 'email' : 'text'}
              autoComplete={i === 0 ? complete : 'off'}
              required={field === 'name' || (field === 'email' && i === 0)}
              value={contact[field] ?? ''}
              onChange={({ target }) =>
                put(i, { [field]: field === 'name' ? target.value : target.value || null } as Partial<Contact>)
              }
            />
          ))}
          {i > 0 && (
            <Button
              color="inherit"
              sx={{ justifySelf: 'start' }}
              onClick={() => change({ contacts: contacts.filter((_, place) => place !== i) })}
            >
              {translate('registration.removeContact', { number: i + 1 })}
            </Button>
          )}
        </Box>
      ))}
      {contacts.length < 10 && (
        <Button
          startIcon={<Add />}
          sx={{ alignSelf: 'start' }}
          onClick={() => change({ contacts: [...contacts, NOBODY] })}
        >
          {translate('registration.addContact')}
        </Button>
      )}
    </FormSection>
  );
};
