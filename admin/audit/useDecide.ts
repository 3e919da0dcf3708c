import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import type { VariablesOf } from '../kernel/graphql.ts';
import { DecideAudits } from './audit.graphql.ts';

type Decision = Omit<VariablesOf<typeof DecideAudits>, 'editionId'>;

/** Validates or rejects tests of the edition in force; the code of a refusal stays with the caller's dialog. */
export function useDecide(onDone: () => void) {
  const edition = useEdition();
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (decision: Decision) => run(DecideAudits, { editionId: edition?.id ?? '', ...decision }),
    onSuccess: ({ decideAudits }, { state }) => {
      const { changed, held } = decideAudits;
      const [said, count] = held.length > 0 ? ['held', held.length] : [`done.${state}`, changed];
      notify(`room.audit.${said}`, {
        type: held.length > 0 ? 'warning' : 'success',
        messageArgs: { smart_count: count },
      });
      refresh();
      onDone();
    },
  });
  return { decide: mutate, isPending, refusal: error ? codeIn(error) : null, reset };
}
