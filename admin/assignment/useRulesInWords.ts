import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';

/** The rules of a plan that a place breaks, by their short names. */
export function useRulesInWords(): (rules: readonly string[]) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (rules) =>
    translate('room.assignment.against', {
      rules: format.list(rules.map((rule) => translate(`room.planning.name.${rule}`))),
    });
}
