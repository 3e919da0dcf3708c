import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Enrolment } from './enrolment.graphql.ts';

/** A stratum in words: commune, de 20 000 à moins de 50 000 habitants. */
export function useStratum(): (stratum: NonNullable<Enrolment['stratum']>) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ kind, from, below }) => {
    const name = translate(`enum.StructureKind.${kind}`);
    const shape = from === null ? 'unknown' : below === null ? 'from' : from === 0 ? 'below' : 'between';
    const bounds = { from: format.number(from), below: format.number(below) };
    return translate(`registration.staff.stratum.${shape}`, { kind: name, ...bounds });
  };
}

/** A certification with the day until which it is declared valid, and whether that day is past. */
export function useDated(): (enrolment: Enrolment, name: string) => string {
  const translate = useTranslate();
  const format = useFormat();
  const today = new Date().toISOString().slice(0, 10);
  return ({ certifiedUntil }, name) => {
    const until = certifiedUntil.find((each) => each.name === name)?.until;
    if (!until) return name;
    const word = until < today ? 'expiredOn' : 'validUntil';
    return translate(`registration.staff.${word}`, { name, date: format.day(until) });
  };
}
