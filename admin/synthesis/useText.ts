import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { useAct } from '../kernel/useAct.ts';
import { useKept } from '../kernel/useKept.ts';
import { ApproveText, type Build, BuildText, OneText, SaveText, type TextKind } from './synthesis.graphql.ts';
import { useSettled } from './useSettled.ts';

/** A text where it stands. */
export const useOneText = (editionId: string, kind: TextKind) =>
  useQuery({
    queryKey: ['synthesis', editionId, kind],
    queryFn: ({ signal }) => run(OneText, { editionId, kind }, signal),
  });

/** A text being written: kept in the browser until it is saved, built anew each time one stops typing. */
export function useDraft(editionId: string, kind: TextKind, saved: { readonly body: string; readonly number: number }) {
  const kept = useKept(`${editionId}.${kind}.${saved.number}`, saved.body);
  const body = kept.ready ? kept.value : saved.body;
  const settled = useSettled(body);
  const dirty = body !== saved.body;
  const { data } = useQuery({
    queryKey: ['synthesis', 'build', editionId, kind, settled],
    queryFn: ({ signal }) => run(BuildText, { editionId, kind, body: settled }, signal),
    enabled: settled.trim() !== '' && settled !== saved.body,
    placeholderData: keepPreviousData,
  });
  const build: Build | null = dirty ? (data?.build ?? null) : null;
  const acting = useAct(['synthesis']);
  const save = async () => {
    const done = await acting.act(SaveText, { editionId, kind, body, after: saved.number });
    if (done) kept.forget();
    return done !== null;
  };
  const approve = (id: string, hash: string) => acting.act(ApproveText, { id, hash });
  return { body, set: kept.set, dirty, build, waiting: dirty && settled !== body, save, approve, ...acting };
}
