import { Alert, AlertTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import type { Release } from './publication.graphql.ts';

/** Why the last release did not go out: someone stopped it, or what it said had moved. */
export const Ended = ({ release }: { readonly release: Release }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { state, name, endedAt, stoppedByName, stopReason, haltCode } = release;
  if (state !== 'STOPPED' && state !== 'HALTED') return null;
  const at = endedAt ? format.instantIn(endedAt, PARIS) : '';
  return (
    <Alert severity={state === 'HALTED' ? 'error' : 'warning'} role="status" sx={{ mb: 4 }}>
      <AlertTitle>
        {translate(`room.publication.ended.${state}`, { version: name, at, name: stoppedByName })}
      </AlertTitle>
      {state === 'STOPPED' ? stopReason : translate(`refusal.${haltCode}`)}
    </Alert>
  );
};
