import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Chip, Tag } from '../kernel/chips.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import type { Run } from './import.graphql.ts';
import { kindOf } from './kinds.ts';
import { Preview } from './Preview.tsx';
import { Result } from './Result.tsx';
import { UnderWay } from './UnderWay.tsx';
import { isUnderWay, useRun } from './useRun.ts';

/** One import at its own address: under way, to be confirmed, or done. One may leave it and come back. */
export const RunPage = () => {
  const { id = '' } = useParams();
  const { data: run, error, refetch } = useRun(id);
  useSettled(run);
  const state = run && (run.undoneAt ? <Undone /> : <Chip of="ImportState" value={run.state} />);
  return (
    <EditionPage resource="upload" title="room.import.runTitle" tabs={false} state={state}>
      {() =>
        run ? <Standing run={run} /> : error ? <RefusedBy error={error} retry={() => void refetch()} /> : <Loading />
      }
    </EditionPage>
  );
};

const Undone = () => <Tag label={useTranslate()('room.import.list.undone')} />;

/** What other pages show is asked for again once an import has been written. */
function useSettled(run: Run | undefined): void {
  const client = useQueryClient();
  const before = useRef<Run['state'] | null>(null);
  const state = run?.state ?? null;
  useEffect(() => {
    const ended = before.current === 'IMPORTING' && state !== 'IMPORTING';
    const examined = before.current === 'EXAMINING' && state === 'EXAMINED';
    before.current = state;
    if (ended) void client.invalidateQueries();
    else if (examined) void client.invalidateQueries({ queryKey: ['import'] });
  }, [state, client]);
}

const Standing = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const { name } = run.upload;
  if (isUnderWay(run)) return <UnderWay run={run} />;
  if (run.state === 'EXAMINED') return <Preview key={run.version} run={run} />;
  if (run.state === 'IMPORTED')
    return (
      <Section title={`${translate('room.import.step.done')} · ${name}`} aside={<Another run={run} />}>
        <Result run={run} />
      </Section>
    );
  const failed = run.state === 'FAILED';
  return (
    <Section title={name} aside={<Another run={run} />}>
      <Alert severity={failed ? 'error' : 'info'} role="status">
        {translate(failed ? 'room.import.failed' : 'room.import.cancelled')}{' '}
        {run.failure && translate(`refusal.${run.failure}`, { _: translate('refusal.INTERNAL') })}
      </Alert>
    </Section>
  );
};

const Another = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Button color="inherit" component={Link} to={`${basename}/import/${kindOf(run)}`}>
      {translate('room.import.again')}
    </Button>
  );
};
