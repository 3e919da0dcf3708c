import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Tie } from './conflict.graphql.ts';

/** A tie in words: "Mandat électif : Ville de Lyon, jusqu’au 3 mars 2021". */
export function useTieInWords(): (tie: Tie) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ kind, bodyName, until }) =>
    translate(until ? 'room.conflict.tieUntil' : 'room.conflict.tie', {
      kind: translate(`enum.TieKind.${kind}`),
      body: bodyName,
      day: format.day(until),
    });
}
