import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Effect } from './version.graphql.ts';

/** Says what keeps a version from being adopted, and what to do about it. */
export function useFaultInWords(): (fault: Effect['faults'][number]) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ reason, value, count }) =>
    translate(`room.version.fault.${reason}`, {
      ...{ value: value ?? '', count: format.number(count), smart_count: count ?? 1 },
    });
}
