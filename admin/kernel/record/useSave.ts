import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { codeIn } from '../api.ts';

/** Sends what a `FormDialog` asked for, says that it is done and reads the page again; a refusal stays in the dialog. */
export function useSave<Values, Result>(
  save: (values: Values) => Promise<Result>,
  done: string,
  onDone: (result: Result) => void,
) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending, error } = useMutation({
    mutationFn: save,
    onSuccess: (result) => {
      notify(done, { type: 'success' });
      onDone(result);
      refresh();
    },
  });
  const refusal = error ? translate(`refusal.${codeIn(error)}`) : null;
  return { onSave: (values: Values) => mutate(values), pending: isPending, refusal, faults: [] as readonly string[] };
}
