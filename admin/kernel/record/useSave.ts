import { useNotify } from 'react-admin';
import { useAct } from '../useAct.ts';

/** Sends what a `FormDialog` asked for, says that it is done and reads the page again; a refusal stays in the dialog. */
export function useSave<Values, Result>(
  save: (values: Values) => Promise<Result>,
  done: string,
  onDone: (result: Result) => void,
) {
  const notify = useNotify();
  const { attempt, pending, refusal } = useAct();
  const send = async (values: Values) => {
    const result = await attempt(() => save(values));
    if (result === null) return;
    notify(done, { type: 'success' });
    onDone(result);
  };
  return { onSave: (values: Values) => void send(values), pending, refusal, faults: [] as readonly string[] };
}
