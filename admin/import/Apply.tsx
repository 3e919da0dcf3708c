import { Alert, Box, Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import type { Run } from './import.graphql.ts';
import { kindOf } from './kinds.ts';

type Policy = NonNullable<Run['policy']>;

/** Imports what was examined: all of it or, when rows are refused, the good ones if someone says so. */
export const Apply = ({ run, apply }: { readonly run: Run; readonly apply: UseMutationResult<Run, Error, Policy> }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [policy, setPolicy] = useState<Policy>('NOTHING');
  const [asking, setAsking] = useState(false);
  const good = run.created + run.changed;
  if (good === 0)
    return (
      <Alert severity={run.refused > 0 ? 'error' : 'info'} sx={{ mb: 4 }}>
        {translate(run.refused > 0 ? 'room.import.noGoodRow' : 'room.import.nothingToDo')}
      </Alert>
    );
  const kind = kindOf(run);
  const counted = (key: string, count: number) => translate(key, { smart_count: count, count: format.number(count) });
  const action = counted(`room.import.apply.${kind}`, good);
  const willing = run.refused === 0 || policy === 'GOOD_ROWS';
  return (
    <Box sx={{ mb: 5 }}>
      {run.refused > 0 && <Choice run={run} policy={policy} onChange={setPolicy} />}
      <Button variant="contained" size="large" disabled={!willing || apply.isPending} onClick={() => setAsking(true)}>
        {action}
      </Button>
      <ConfirmDialog
        open={asking}
        title={translate('room.import.ask', { name: run.upload.name })}
        action={action}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          apply.mutate(run.refused > 0 ? policy : 'NOTHING');
        }}
      >
        {translate(`room.import.consequence.${kind}`, {
          created: format.number(run.created),
          changed: format.number(run.changed),
        })}{' '}
        {run.refused > 0 && counted('room.import.leftOut', run.refused)} {translate('room.import.atOnce')}
      </ConfirmDialog>
    </Box>
  );
};

const Choice = (props: { readonly run: Run; readonly policy: Policy; readonly onChange: (policy: Policy) => void }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { refused, created, changed } = props.run;
  const good = created + changed;
  return (
    <FormControl sx={{ mb: 4, display: 'block' }}>
      <FormLabel>{translate('room.import.policy', { smart_count: refused, count: format.number(refused) })}</FormLabel>
      <RadioGroup value={props.policy} onChange={(_, value) => props.onChange(value as Policy)}>
        <FormControlLabel value="NOTHING" control={<Radio />} label={translate('room.import.policyNothing')} />
        <FormControlLabel
          value="GOOD_ROWS"
          control={<Radio />}
          label={translate('room.import.policyGood', { smart_count: good, count: format.number(good) })}
        />
      </RadioGroup>
    </FormControl>
  );
};
