import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { codeIn, detailsIn, run } from '../kernel/api.ts';
import { type Draft, draftOf, isReadable, rulesOf } from './draft.ts';
import { useSettled } from './useSettled.ts';
import { ChoosePolicy, type ChosenPolicy, type GridRules, PolicyOutcomeOf } from './workshop.graphql.ts';

/** Holds a policy while it is being written, tells what exactly it would change, and chooses it. */
export function usePolicyChoice(editionId: string, grid: GridRules, latest: ChosenPolicy | null, onDone: () => void) {
  const notify = useNotify();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(grid, latest?.rules ?? {}));
  const [motive, setMotive] = useState('');
  const readable = isReadable(draft);
  const rules = rulesOf(grid, draft);
  const asked = useSettled(JSON.stringify(readable ? rules : null));
  const effect = useQuery({
    queryKey: ['workshop', editionId, 'effect', asked],
    queryFn: ({ signal }) => run(PolicyOutcomeOf, { editionId, rules: JSON.parse(asked) }, signal),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(ChoosePolicy, { editionId, rules, motive: motive.trim() }),
    onSuccess: async ({ choosePolicy: { number } }) => {
      notify('room.policy.done', { type: 'success', messageArgs: { number } });
      await client.invalidateQueries({ queryKey: ['workshop', editionId, 'chosen'] });
      void client.invalidateQueries();
      onDone();
    },
  });
  const settled = asked === JSON.stringify(rules);
  const refused = error ?? effect.error;
  const { faults } = refused ? detailsIn(refused) : { faults: [] };
  return {
    draft,
    change: (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more })),
    motive,
    setMotive,
    already: readable && JSON.stringify(rules) === JSON.stringify(rulesOf(grid, draftOf(grid, latest?.rules ?? {}))),
    /** What it would change; null until it is known for exactly this choice. */
    effect: settled && !effect.isPlaceholderData ? (effect.data?.policyOutcome ?? null) : null,
    reading: readable && (!settled || effect.isFetching),
    readable,
    ready: readable && motive.trim() !== '',
    choose: () => mutate(),
    isPending,
    refusal: refused ? codeIn(refused) : null,
    faults: Array.isArray(faults) ? faults.map(String) : [],
  };
}
