import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ComputeScores, type Preview, PreviewScores } from './ranking.graphql.ts';

/**
 * Asks what computing would change. When it is nothing, or when there was nothing before, the scores are computed at
 * once; otherwise they wait until what would change has been read and confirmed.
 */
export function useCompute(editionId: string) {
  const notify = useNotify();
  const client = useQueryClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [moved, setMoved] = useState(false);
  const read = async () => (await run(PreviewScores, { editionId })).scorePreview;
  const compute = async ({ inputsHash }: Preview, done: string) => {
    const { number } = (await run(ComputeScores, { editionId, inputsHash })).computeScores;
    setPreview(null);
    notify(done, { type: 'success', messageArgs: { number } });
    await client.invalidateQueries();
  };
  const ask = useMutation({
    mutationFn: async () => {
      setMoved(false);
      const fresh = await read();
      if (fresh.runNumber === null) return compute(fresh, 'room.preview.first');
      if (fresh.current)
        return notify('room.preview.current', { type: 'info', messageArgs: { number: fresh.runNumber } });
      if (fresh.changes.length === 0) return compute(fresh, 'room.preview.unchanged');
      setPreview(fresh);
    },
  });
  const confirm = useMutation({
    mutationFn: (read: Preview) => compute(read, 'room.ranking.computed'),
    onError: async (refused) => {
      if (codeIn(refused) !== 'SCORES_MOVED') return;
      setPreview(await read());
      setMoved(true);
    },
  });
  const refused = [confirm.error, ask.error].find((error) => error && codeIn(error) !== 'SCORES_MOVED');
  return {
    /** What waits to be confirmed; null when nothing does. */
    preview,
    /** Whether it changed since it was first read. */
    moved,
    ask: () => {
      if (ask.isPending || confirm.isPending) return;
      confirm.reset();
      ask.mutate();
    },
    confirm: () => {
      if (preview && !confirm.isPending) confirm.mutate(preview);
    },
    cancel: () => setPreview(null),
    reading: ask.isPending,
    computing: confirm.isPending,
    refusal: refused ? codeIn(refused) : null,
  };
}
