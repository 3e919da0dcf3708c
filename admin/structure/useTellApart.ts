import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, doing } from '../kernel/api.ts';
import { useUndoable } from '../kernel/record/useUndo.tsx';
import { TellApart } from './territory.graphql.ts';

/** Says that two structures are two, so that they are no longer suggested; it can be undone. */
export function useTellApart() {
  const translate = useTranslate();
  const notify = useNotify();
  const undoable = useUndoable();
  const client = useQueryClient();
  const reread = () => client.invalidateQueries({ queryKey: ['structure'] });
  const { mutate, isPending } = useMutation({
    mutationFn: ([oneId, otherId]: readonly [string, string]) => doing(TellApart, { oneId, otherId }),
    onSuccess: async ({ acts }) => {
      undoable(translate('room.duplicate.toldApart'), acts, () => void reread());
      await reread();
    },
    onError: (error) => notify(`refusal.${codeIn(error)}`, { type: 'error' }),
  });
  return { tellApart: (one: string, other: string) => mutate([one, other]), pending: isPending };
}
