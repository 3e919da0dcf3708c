import { TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { RecordFrame } from './outline.graphql.ts';

/** Records a version of a frame, with the commitments one has read in it: one a line, with its number. */
export const FrameDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const [values, setValues] = useState({ label: '', release: '', source: '', clauses: '' });
  const clauses = clausesIn(values.clauses);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      run(RecordFrame, {
        input: {
          ...{ code: codeOf(values.label), label: values.label, release: values.release, clauses },
          source: values.source || null,
        },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['frame'] });
      onClose();
    },
  });
  const text = (name: keyof typeof values, lines = 1) => (
    <TextField
      fullWidth
      label={translate(`room.editor.frame.${name}`)}
      helperText={translate(`room.editor.frame.${name}Help`)}
      value={values[name]}
      multiline={lines > 1}
      minRows={lines}
      sx={{ mb: 4 }}
      onChange={({ target }) => setValues({ ...values, [name]: target.value })}
    />
  );
  return (
    <ConfirmDialog
      open
      title={translate('room.editor.frameAdd')}
      action={translate('room.editor.frame.save')}
      pending={isPending}
      disabled={!values.label.trim() || !values.release.trim() || clauses.length === 0}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      {text('label')}
      {text('release')}
      {text('source')}
      {text('clauses', 4)}
    </ConfirmDialog>
  );
};

/** "SERVICES_PUBLICS", from "Services Publics +". */
const codeOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 80) || 'X';

/** One a line: "3. Orientation", or without a number, the next one. */
function clausesIn(text: string): { number: number; label: string }[] {
  const all: { number: number; label: string }[] = [];
  for (const line of text.split('\n')) {
    const [, number, label] = /^\s*(?:(\d{1,3})\s*[.):–-]\s*)?(\S.*?)\s*$/.exec(line) ?? [];
    const next = number ? Number(number) : (all.at(-1)?.number ?? 0) + 1;
    if (label) all.push({ number: next, label: label.slice(0, 200) });
  }
  return all;
}
