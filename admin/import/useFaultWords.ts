import { useTranslate } from 'react-admin';
import type { Fault } from './import.graphql.ts';

/** A fault as one says it: the column, what stands there, why it cannot be imported. */
export function useFaultWords(): (fault: Fault) => string {
  const translate = useTranslate();
  return ({ column, value, reason }) => {
    const why = translate(`enum.FaultReason.${reason}`);
    if (!column) return why;
    return value && value !== column
      ? translate('room.import.faultOf', { column, value, why })
      : translate('room.import.faultOfBlank', { column, why });
  };
}
