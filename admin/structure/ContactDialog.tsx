import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { EmailInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { type Contact, CreateContact, UpdateContact } from './contact.graphql.ts';

/** Adds or corrects a person to write to. */
export const ContactDialog = ({
  structureId,
  contact,
  onClose,
  onDone,
}: {
  readonly structureId: string;
  readonly contact: Contact;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const translate = useTranslate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ name, role, email, phone, note }: Contact): Promise<unknown> => {
      const input = { name, role: role || null, email: email || null, phone: phone || null, note: note || null };
      return contact.id === ''
        ? run(CreateContact, { structureId, input })
        : run(UpdateContact, { id: contact.id, version: contact.version, input });
    },
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  return (
    <FormDialog<Contact>
      open
      noun="contact"
      title={translate(`registration.staff.${contact.id === '' ? 'addContact' : 'editContact'}`)}
      action={translate('registration.staff.saveContact')}
      values={contact}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      faults={[]}
      onCancel={onClose}
      onSave={mutate}
    >
      <Fields>
        <TitleInput source="name" label="registration.contactField.name" must />
        <TitleInput source="role" label="registration.contactField.role" />
        <EmailInput source="email" label="registration.contactField.email" />
        <TitleInput source="phone" label="registration.contactField.phone" />
      </Fields>
      <ProseInput source="note" label="registration.staff.note" />
    </FormDialog>
  );
};
