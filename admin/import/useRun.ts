import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { codeIn, run } from '../kernel/api.ts';
import type { TadaDocumentNode } from '../kernel/graphql.ts';
import {
  ApplyImport,
  CancelImport,
  DecidePassages,
  MapImport,
  OneRun,
  type Passage,
  type Run,
} from './import.graphql.ts';

const POLL_MS = 500;

export const isUnderWay = ({ state }: Pick<Run, 'state'>): boolean => state === 'EXAMINING' || state === 'IMPORTING';

/** An import where it stands: asked again and again while the server is at work on it. */
export function useRun(id: string) {
  return useQuery({
    queryKey: ['import', 'run', id],
    queryFn: async ({ signal }) => (await run(OneRun, { id }, signal)).run,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
    staleTime: 0,
    retry: false,
  });
}

interface Mapping {
  readonly headings: { heading: string; column: string | null }[];
  readonly constants: { column: string; value: string }[];
}

/** What someone says of a passage. */
export type Decision = Pick<Passage, 'text' | 'motive'> & { readonly treatment: NonNullable<Passage['treatment']> };

/** What is done to an import: each answers where it then stands. */
export function useRunActs({ id, version }: Pick<Run, 'id' | 'version'>) {
  const client = useQueryClient();
  const after = (next: Run) => {
    client.setQueryData(['import', 'run', id], next);
    void client.invalidateQueries({ queryKey: ['import', 'runs'] });
    void client.invalidateQueries({ queryKey: ['import', 'verdicts', id] });
  };
  const ask = async <V>(document: TadaDocumentNode<{ run: Run }, V>, variables: V) =>
    (await run(document, variables)).run;
  // Someone else, or another tab, may have moved it on: what it has become is shown beside the refusal.
  const onError = () => void client.invalidateQueries({ queryKey: ['import', 'run', id] });
  const map = useMutation({
    mutationFn: (mapping: Mapping) => ask(MapImport, { id, version, ...mapping }),
    onSuccess: after,
    onError,
  });
  const decide = useMutation({
    mutationFn: (passages: readonly Decision[]) => ask(DecidePassages, { id, version, passages: [...passages] }),
    onSuccess: after,
    onError,
  });
  const apply = useMutation({
    mutationFn: (policy: NonNullable<Run['policy']>) => ask(ApplyImport, { id, version, policy }),
    onSuccess: after,
    onError,
  });
  const cancel = useMutation({
    mutationFn: async () => {
      // Its version grows while it is worked on: the one to stop is the one that stands now.
      const now = (await run(OneRun, { id })).run;
      return ask(CancelImport, { id, version: now.version });
    },
    onSuccess: after,
    onError,
  });
  const error = map.error ?? decide.error ?? apply.error ?? cancel.error;
  return { map, decide, apply, cancel, refusal: error ? `refusal.${codeIn(error)}` : null };
}
