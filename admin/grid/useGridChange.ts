import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import type { GridFault } from '../../server/score/fault.rules.ts';
import { codeIn, detailsIn } from '../kernel/api.ts';
import { useFaultsInWords } from './faultsInWords.ts';
import type { Grid } from './grid.graphql.ts';

/** Changes the whole grid of the edition in force; a refusal stays in the dialog, with every fault it lists. */
export function useGridChange<Variables>(
  change: (variables: Variables) => Promise<unknown>,
  onDone: () => void,
  grid?: Grid,
) {
  const notify = useNotify();
  const refresh = useRefresh();
  const inWords = useFaultsInWords(grid);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: change,
    onSuccess: () => {
      notify('room.grid.replaced', { type: 'success' });
      refresh();
      onDone();
    },
  });
  const { told, faults } = error ? detailsIn(error) : {};
  const words = Array.isArray(told) && told.length > 0 ? (told as GridFault[]).map(inWords) : faults;
  return {
    change: mutate,
    isPending,
    reset,
    refusal: error ? codeIn(error) : null,
    faults: Array.isArray(words) ? words.map(String) : [],
  };
}
