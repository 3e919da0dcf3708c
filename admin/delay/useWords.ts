import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { usePlaces } from '../kernel/places.ts';
import type { By, Closing, Curve } from './delay.graphql.ts';
import { answeredBelow, type Timed } from './timed.ts';

/** What is said of delays: sentences, and the names of groups. */
export interface DelayWords {
  /** 55 % des 640 courriels ont reçu une réponse en moins de 10 jours calendaires. */
  sentence(curve: Curve): string;
  /** 55 %, or 44,9 % where it is not whole; an em dash over nothing. */
  share(part: number, base: number): string;
  group(curve: Curve): string;
  /** Jours calendaires, jours ouvrés. */
  count: string;
  /** The day answers close, and what it follows from. */
  closing(closing: Closing): string;
  /** The word of what a delay ends with, in a family of the dictionary. */
  ending(family: string): string;
}

/** The words of one criterion. */
export function useWords({ channel, delay, published }: Timed, by: By | null): DelayWords {
  const translate = useTranslate();
  const format = useFormat();
  const places = usePlaces();
  const count = translate(`enum.DelayCount.${delay.count}`);
  const share = (part: number, base: number) =>
    base === 0 ? format.percent(null) : format.percent(part / base, (100 * part) % base === 0 ? 0 : 1);
  const ending = (family: string) =>
    translate(`room.delay.${family}.${delay.to}`, { _: translate(`room.delay.${family}.other`) });
  const group = ({ group, label }: Curve) => {
    if (label) return label;
    if (!group) return translate(group === null ? 'room.delay.all' : 'room.delay.ofUnknown');
    if (by === 'KIND') return translate(`enum.StructureKind.${group}`);
    return translate('room.delay.region', { code: places.region(group) });
  };
  return {
    ...{ count, share, ending, group },
    sentence(curve) {
      const { base, answered } = curve;
      const family = published === null ? 'sentenceEver' : 'sentence';
      const words = {
        share: share(published === null ? answered : answeredBelow(curve, published), base),
        ...{ base: format.number(base), requests: translate(`room.delay.requests.${channel}`), count },
        days: format.number(published),
      };
      const other = translate(`room.delay.${family}.other`, words);
      return translate(`room.delay.${family}.${delay.to}`, { ...words, _: other });
    },
    closing({ answersUntil, fieldworkTo }) {
      const day = format.day(answersUntil ?? fieldworkTo);
      if (answersUntil) return translate('room.delay.closing', { day });
      return translate(fieldworkTo ? 'room.delay.closingFieldwork' : 'room.delay.closingNone', { day });
    },
  };
}
