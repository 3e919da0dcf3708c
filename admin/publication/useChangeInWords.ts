import { useTranslate } from 'react-admin';
import type { SeenChange } from './publication.graphql.ts';

/** A change as one reads it: "Lauréat : Ville de Strasbourg", "Moyenne : 62,1 → 63,4 (Régions)". */
export function useChangeInWords(): (change: SeenChange) => string {
  const translate = useTranslate();
  const said = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return translate('room.publication.none');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return ({ table, key, field, subject, before, after }) => {
    const noun = translate(`room.publication.table.${table}`, { _: table });
    if (field === null) return translate('room.publication.rowOf', { noun, subject: subject || key });
    const terms = { noun, key: key && ` ${key}`, before: said(before), after: said(after) };
    return translate('room.publication.fieldOf', {
      ...terms,
      field: translate(`room.publication.column.${field}`, { _: field }),
    });
  };
}
