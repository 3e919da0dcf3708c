import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ArrayInput, SimpleFormIterator, useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { CodeInput, EmailInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { FormTexts, type Texts, UpdateTexts } from './registration.graphql.ts';

/** What structures are asked to accept, and the partners they may consent to. */
export const FormTextsSection = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [editing, setEditing] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: ['enrolment', 'texts', edition.id],
    queryFn: ({ signal }) => run(FormTexts, { editionId: edition.id }, signal),
  });
  const texts = data?.registrationForm;
  if (!texts) return null;
  return (
    <Section
      title={translate('registration.staff.texts')}
      aside={
        <>
          <Tag label={translate('registration.staff.textsOf', { revision: texts.revision })} />
          {edition.rights.includes('ENROL') && (
            <Button size="small" onClick={() => setEditing(true)}>
              {translate('registration.staff.editTexts')}
            </Button>
          )}
        </>
      }
    >
      <Typography sx={{ color: 'text.secondary', fontSize: '0.875rem', mb: 4 }}>
        {translate('registration.staff.textsMore')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {texts.conditions.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </Box>
      <Typography component="h3" sx={{ fontWeight: 650, mt: 4, mb: 1 }}>
        {translate('registration.staff.partners')}
      </Typography>
      {texts.partners.length === 0 && translate('registration.staff.noPartner')}
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {texts.partners.map(({ code, name, purpose }) => (
          <li key={code}>
            <strong>{name}</strong> : {purpose}
          </li>
        ))}
      </Box>
      {editing && (
        <TextsDialog
          editionId={edition.id}
          texts={texts}
          onClose={() => setEditing(false)}
          onDone={() => void refetch()}
        />
      )}
    </Section>
  );
};

const TextsDialog = ({
  editionId,
  texts,
  onClose,
  onDone,
}: {
  readonly editionId: string;
  readonly texts: Texts;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ conditions = [], partners = [], replyTo }: Texts) =>
      run(UpdateTexts, {
        editionId,
        version: texts.version,
        input: { conditions, partners, replyTo: replyTo || null },
      }),
    onSuccess: () => {
      notify('registration.staff.savedTexts', { type: 'success' });
      onClose();
      onDone();
    },
  });
  return (
    <FormDialog<Texts>
      open
      noun="registration_form"
      title={translate('registration.staff.editTexts')}
      action={translate('registration.staff.saveTexts')}
      values={texts}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      faults={[]}
      onCancel={onClose}
      onSave={mutate}
    >
      <EmailInput source="replyTo" label="registration.staff.replyTo" />
      <ArrayInput source="conditions" label="registration.staff.conditions">
        <SimpleFormIterator>
          <CodeInput source="code" label="registration.staff.code" must />
          <ProseInput source="text" label="registration.staff.text" must />
        </SimpleFormIterator>
      </ArrayInput>
      <ArrayInput source="partners" label="registration.staff.partners">
        <SimpleFormIterator>
          <CodeInput source="code" label="registration.staff.code" must />
          <TitleInput source="name" must />
          <ProseInput source="purpose" label="registration.staff.purpose" must />
        </SimpleFormIterator>
      </ArrayInput>
    </FormDialog>
  );
};
