import { TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../kernel/record/Section.tsx';
import type { File } from './dossier.graphql.ts';
import { useNote } from './useNote.ts';

/** What one notes for oneself. It saves itself as it is typed. */
export const NotePart = ({ file }: { readonly file: File }) => {
  const translate = useTranslate();
  const { text, change, saving } = useNote(file.id, file.note ?? '');
  const alarm = saving === 'offline' || saving === 'refused';
  return (
    <Section title={translate('dossier.note')}>
      <TextField
        label={translate('dossier.noteLabel')}
        multiline
        minRows={5}
        value={text}
        onChange={({ target }) => change(target.value)}
        helperText={translate('dossier.noteHelp')}
      />
      <Typography role="status" variant="body2" sx={{ mt: 2, color: alarm ? 'warning.main' : 'text.secondary' }}>
        {translate(`dossier.saving.${saving}`)}
      </Typography>
    </Section>
  );
};
