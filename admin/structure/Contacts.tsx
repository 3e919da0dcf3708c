import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePermissions, useRecordContext, useTranslate } from 'react-admin';
import { isStaff, type Role } from '../kernel/access.ts';
import { codeIn, doing, run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useUndoable } from '../kernel/record/useUndo.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import { type Contact, Contacts as ContactsOf, RemoveContact } from './contact.graphql.ts';
import type { StructureSheet } from './structure.graphql.ts';

const NEW: Contact = { id: '', version: 0, name: '', role: null, email: null, phone: null, note: null };

/** The people to write to at the structure in context: for staff, who alone write. */
export const Contacts = () => {
  const translate = useTranslate();
  const { permissions } = usePermissions<Role>();
  const structure = useRecordContext<StructureSheet>();
  const [editing, setEditing] = useState<Contact | null>(null);
  const [removing, setRemoving] = useState<Contact | null>(null);
  const staff = isStaff(permissions);
  const { data, refetch } = useQuery({
    queryKey: ['contact', structure?.id],
    queryFn: ({ signal }) => run(ContactsOf, { structureId: structure?.id ?? '' }, signal),
    enabled: staff && structure !== undefined,
  });
  if (!staff || !structure || !data) return null;
  const { items } = data.contacts;
  return (
    <Section
      title={translate('registration.staff.contacts')}
      aside={
        <Button size="small" onClick={() => setEditing(NEW)}>
          {translate('registration.staff.addContact')}
        </Button>
      }
    >
      {items.length === 0 && translate('registration.staff.noContact')}
      {items.map((contact) => (
        <Box key={contact.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1 }}>
          <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
            <strong>{contact.name}</strong>
            {contact.role && `, ${contact.role}`}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {[contact.email, contact.phone, contact.note].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          <Button
            size="small"
            aria-label={`${translate('ra.action.edit')} ${contact.name}`}
            onClick={() => setEditing(contact)}
          >
            {translate('ra.action.edit')}
          </Button>
          <Button
            size="small"
            color="error"
            aria-label={`${translate('registration.staff.removeContact')} ${contact.name}`}
            onClick={() => setRemoving(contact)}
          >
            {translate('registration.staff.removeContact')}
          </Button>
        </Box>
      ))}
      {editing && (
        <ContactDialog
          structureId={structure.id}
          contact={editing}
          onClose={() => setEditing(null)}
          onDone={() => void refetch()}
        />
      )}
      {removing && <Removal contact={removing} onClose={() => setRemoving(null)} onDone={() => void refetch()} />}
    </Section>
  );
};

const Removal = ({
  contact,
  onClose,
  onDone,
}: {
  readonly contact: Contact;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const translate = useTranslate();
  const offer = useUndoable();
  const [refusal, setRefusal] = useState<string | null>(null);
  const remove = async () => {
    try {
      const { acts } = await doing(RemoveContact, { id: contact.id });
      offer(translate('ra.notification.deleted', { smart_count: 1 }), acts, onDone);
      onClose();
      onDone();
    } catch (error) {
      setRefusal(codeIn(error));
    }
  };
  return (
    <ConfirmDialog
      open
      title={translate('registration.staff.removeContactAsk', { name: contact.name })}
      action={translate('registration.staff.removeContact')}
      destructive
      refusal={refusal && translate(`refusal.${refusal}`)}
      onCancel={onClose}
      onConfirm={() => void remove()}
    >
      {translate('registration.staff.removeContactMore')}
    </ConfirmDialog>
  );
};
