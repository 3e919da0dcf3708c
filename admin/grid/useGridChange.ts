import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { codeIn, detailsIn } from '../kernel/api.ts';

/** Changes the whole grid of the edition in force; a refusal stays in the dialog, with every fault it lists. */
export function useGridChange<Variables>(change: (variables: Variables) => Promise<unknown>, onDone: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: change,
    onSuccess: () => {
      notify('room.grid.replaced', { type: 'success' });
      refresh();
      onDone();
    },
  });
  const faults = (error && detailsIn(error).faults) || [];
  return {
    change: mutate,
    isPending,
    reset,
    refusal: error ? codeIn(error) : null,
    faults: Array.isArray(faults) ? faults.map(String) : [],
  };
}
