import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useUndoable } from '../kernel/record/useUndo.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import {
  ApplyConfiguration,
  CompareConfiguration,
  type Comparison,
  type Part,
  type Source,
} from './configuration.graphql.ts';
import { Differences } from './Differences.tsx';
import { FaultList } from './FaultList.tsx';

interface ComparedProps {
  readonly edition: EditionInForce;
  readonly source: Source;
  readonly parts: readonly Part[];
  /** Whether dates are taken: putting a deadline off may then need a motive. */
  readonly dated: boolean;
}

/** What taking a configuration would change, why it may not be taken, and the button that takes it. */
export const Compared = ({ edition, source, parts, dated }: ComparedProps) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['configuration', edition.id, source, parts],
    queryFn: ({ signal }) => run(CompareConfiguration, { editionId: edition.id, source, parts: [...parts] }, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <Box sx={{ mt: 4 }}>
        {translate('room.configuration.comparing')}
        <Loading />
      </Box>
    );
  const { faults, differences, refusals } = data.compareConfiguration;
  return (
    <Box sx={{ mt: 4 }}>
      {faults.length > 0 && <FaultList faults={faults} />}
      {faults.length === 0 && differences.length === 0 && (
        <Alert severity="success">{translate('room.configuration.equal', { year: edition.year })}</Alert>
      )}
      {refusals.length > 0 && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate('room.configuration.refused')}
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {refusals.map((code) => (
              <li key={code}>{translate(`refusal.${code}`)}</li>
            ))}
          </Box>
        </Alert>
      )}
      {differences.length > 0 && <Differences differences={differences} />}
      {faults.length === 0 && differences.length > 0 && refusals.length === 0 && (
        <Apply edition={edition} source={source} parts={parts} dated={dated} compared={data.compareConfiguration} />
      )}
    </Box>
  );
};

const Apply = ({ edition, dated, compared, ...taken }: ComparedProps & { readonly compared: Comparison }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [motive, setMotive] = useState('');
  const { apply, isPending, refusal } = useApply(edition, compared, taken, () => setOpen(false));
  const { year } = edition;
  const action = translate('room.configuration.apply', { year });
  return (
    <>
      <Button variant="contained" sx={{ mt: 4 }} onClick={() => setOpen(true)}>
        {action}
      </Button>
      <ConfirmDialog
        open={open}
        title={translate('room.configuration.applyTitle', { year })}
        action={action}
        pending={isPending}
        refusal={refusal ? translate(`refusal.${refusal}`) : null}
        onCancel={() => setOpen(false)}
        onConfirm={() => apply(motive.trim() || null)}
      >
        <Typography sx={{ mb: dated ? 4 : 0 }}>
          {translate('room.configuration.applyMore', { smart_count: compared.differences.length })}
        </Typography>
        {dated && edition.phase !== 'PREPARATION' && (
          <TextField
            fullWidth
            multiline
            label={translate('room.configuration.motive')}
            value={motive}
            onChange={({ target }) => setMotive(target.value)}
            slotProps={{ htmlInput: { maxLength: 5000 } }}
          />
        )}
      </ConfirmDialog>
    </>
  );
};

/** Applies what was read, and nothing else; then everything is read again, and the whole can be taken back. */
function useApply(
  edition: EditionInForce,
  { hash }: Comparison,
  { source, parts }: { readonly source: Source; readonly parts: readonly Part[] },
  onDone: () => void,
) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const client = useQueryClient();
  const undoable = useUndoable();
  const again = () => {
    refresh();
    void client.invalidateQueries({ queryKey: ['configuration'] });
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: (motive: string | null) =>
      run(ApplyConfiguration, { editionId: edition.id, source, parts: [...parts], hash, motive }),
    onSuccess: ({ applyConfiguration: { act } }) => {
      // Dates and policies are told in logs that nothing erases: the rest is taken back in one.
      const whole = parts.includes('EDITION') || parts.includes('POLICY');
      undoable(translate('room.configuration.applied'), act && !whole ? [act] : [], again);
      again();
      onDone();
    },
  });
  return { apply: mutate, isPending, refusal: error ? codeIn(error) : null };
}
