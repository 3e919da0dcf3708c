import { Alert, Box, Button, MenuItem, TextField } from '@mui/material';
import type { FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../kernel/useAct.ts';
import { useKept } from '../kernel/useKept.ts';
import { DeclareTie, type TieInput } from './tie.graphql.ts';

const kinds: readonly TieInput['kind'][] = [
  ...(['EMPLOYER', 'ELECTED_OFFICE', 'PAST_EMPLOYER', 'SUPPLIER'] as const),
  ...(['AUDITED', 'CEREMONY_HOST', 'RELATIVE', 'OTHER'] as const),
];
const nothing = { kind: 'ELECTED_OFFICE' as TieInput['kind'], bodyName: '', siren: '', until: '' };

/** Declares one tie: what it is, with whom, and until when. */
export const DeclareForm = ({ panelId, onDone }: { readonly panelId: string; readonly onDone: () => void }) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['ties', 'seats']);
  const kept = useKept(`tie.${panelId}`, nothing);
  const { kind, bodyName, siren, until } = kept.value;
  const change = (some: Partial<typeof nothing>) => kept.set({ ...kept.value, ...some });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = { kind, bodyName: bodyName.trim(), siren: siren.trim() || null, until: until || null };
    if (!(await act(DeclareTie, { panelId, input }))) return;
    kept.forget();
    onDone();
  };
  return (
    <Box
      component="form"
      onSubmit={(event: FormEvent) => void save(event)}
      sx={{
        mt: 5,
        pt: 5,
        borderTop: 1,
        borderColor: 'divider',
        display: 'grid',
        gap: 4,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
      }}
    >
      <TextField
        select
        required
        label={translate('tie.kind')}
        value={kind}
        onChange={({ target }) => change({ kind: target.value as TieInput['kind'] })}
      >
        {kinds.map((each) => (
          <MenuItem key={each} value={each} sx={{ minHeight: 44 }}>
            {translate(`enum.TieKind.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        required
        label={translate('tie.body')}
        helperText={translate('tie.bodyHelp')}
        value={bodyName}
        onChange={({ target }) => change({ bodyName: target.value })}
      />
      <TextField
        label={translate('tie.siren')}
        helperText={translate('tie.sirenHelp')}
        value={siren}
        onChange={({ target }) => change({ siren: target.value })}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <TextField
        type="date"
        label={translate('tie.until')}
        helperText={translate('tie.untilHelp')}
        value={until}
        onChange={({ target }) => change({ until: target.value })}
      />
      {refusal && (
        <Alert severity="error" role="alert" sx={{ gridColumn: '1 / -1' }}>
          {refusal}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 3, gridColumn: '1 / -1' }}>
        <Button type="submit" variant="contained" sx={{ minHeight: 48 }} disabled={pending || bodyName.trim() === ''}>
          {translate('tie.save')}
        </Button>
        <Button color="inherit" sx={{ minHeight: 48 }} onClick={onDone}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
};
