import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type RaRecord, useDataProvider, useNotify, useRedirect, useResourceContext } from 'react-admin';
import { codeIn } from '../api.ts';
import type { HouseProvider } from '../dataProvider.ts';
import { useHouse } from '../useHouse.ts';
import { type Moved, movedOf } from './conflict.ts';
import type { Change } from './Sentence.tsx';

/** Two changes of one record that met: as it was read, as it stands, what the form wanted, and who came first. */
export interface Conflict {
  readonly base: RaRecord;
  readonly mine: RaRecord;
  readonly theirs: RaRecord;
  /** What the form would send. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly moved: readonly Moved[];
  /** Who changed it meanwhile, the latest first; empty where the journal is closed to one's role. */
  readonly changes: readonly Change[];
}

/** Keeps what someone typed when another was quicker, and saves what they make of both. */
export function useConflict(then: (record: RaRecord) => void) {
  const resource = useResourceContext() ?? '';
  const provider = useDataProvider<HouseProvider>();
  const house = useHouse();
  const client = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const meet = async (base: RaRecord, mine: RaRecord) => {
    try {
      const { data: theirs } = await provider.getOne(resource, { id: base.id });
      const inputs = [base, mine, theirs].map((record) => house.inputOf(resource, record) ?? record);
      const [was = {}, input = {}, is = {}] = inputs;
      const since = Math.max(Number(theirs.version) - Number(base.version), 1);
      const changes = await changesOf(provider, resource, base.id, since).catch(() => []);
      setConflict({ base, mine, theirs, input, moved: movedOf(was, input, is), changes });
    } catch (error) {
      // Removed meanwhile: there is nothing to merge with.
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
    }
  };
  const { mutate: save, isPending } = useMutation({
    mutationFn: async (input: Conflict['input']) => {
      if (!conflict) return null;
      const { base: previousData, theirs } = conflict;
      const meta = { input, version: Number(theirs.version) };
      return (await provider.update(resource, { id: theirs.id, data: {}, previousData, meta })).data;
    },
    onSuccess: async (record) => {
      setConflict(null);
      await client.invalidateQueries({ queryKey: [resource] });
      if (record) then(record);
    },
    onError: (error) => {
      if (codeIn(error) === 'STALE' && conflict) return void meet(conflict.base, conflict.mine);
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
    },
  });
  /** Leaves what was typed for what stands: the page is read again. */
  const giveUp = () => {
    setConflict(null);
    void client.invalidateQueries({ queryKey: [resource] });
    redirect('edit', resource, conflict?.base.id);
  };
  return { conflict, meet, save, isPending, giveUp, close: () => setConflict(null) };
}

async function changesOf(provider: HouseProvider, noun: string, recordId: unknown, most: number): Promise<Change[]> {
  const { data } = await provider.getList<Change>('change', {
    filter: { noun, recordId },
    pagination: { page: 1, perPage: Math.min(most, 20) },
    sort: { field: 'id', order: 'DESC' },
  });
  return data.filter(({ before }) => before !== null);
}
