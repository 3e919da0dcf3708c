import { Autocomplete, Box, Button, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Group } from '../kernel/record/Group.tsx';
import { FrameDialog } from './FrameDialog.tsx';
import { Frames } from './outline.graphql.ts';

/** One commitment that may be chosen, under its frame in its version. */
interface Option {
  readonly id: string;
  readonly label: string;
  readonly frame: string;
}

/** Every commitment of every frame that is known. */
export function useClauses(): readonly Option[] {
  const { data } = useQuery({ queryKey: ['frame'], queryFn: ({ signal }) => run(Frames, {}, signal) });
  return (data?.frames.items ?? []).flatMap(({ label, release, clauses }) =>
    clauses.map((clause) => ({
      id: clause.id,
      label: `${clause.number}. ${clause.label}`,
      frame: `${label} · ${release}`,
    })),
  );
}

interface ClausesProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Commitments, several at once and of several frames, found by typing. */
export const ClausesField = ({ label, value, onChange }: ClausesProps) => {
  const translate = useTranslate();
  const options = useClauses();
  return (
    <Autocomplete
      multiple
      fullWidth
      disableCloseOnSelect
      options={options}
      groupBy={({ frame }) => frame}
      getOptionLabel={({ frame, label }) => `${frame} · ${label}`}
      renderOption={({ key, ...props }, { id, label }) => (
        <li key={id} {...props}>
          {label}
        </li>
      )}
      value={options.filter(({ id }) => value.includes(id))}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      noOptionsText={translate('room.editor.noClause')}
      renderInput={(props) => <TextField {...props} label={label} />}
    />
  );
};

/** The commitments that a criterion serves. A version that nobody recorded yet is recorded from here. */
export const FramesInput = () => {
  const translate = useTranslate();
  const { field } = useInput<string[]>({ source: 'clauseIds' });
  const [adding, setAdding] = useState(false);
  return (
    <Group title={translate('room.editor.frames')} more={translate('room.editor.framesMore')}>
      <ClausesField label={translate('field.clauses')} value={field.value ?? []} onChange={field.onChange} />
      <Box sx={{ mt: 2 }}>
        <Button size="small" onClick={() => setAdding(true)}>
          {translate('room.editor.frameAdd')}
        </Button>
      </Box>
      {adding && <FrameDialog onClose={() => setAdding(false)} />}
    </Group>
  );
};
