import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { levelWithFirst } from './axes.ts';
import type { CategoryRanking } from './ranking.graphql.ts';

/** The message of the chart, as a newspaper would put it: who leads, and how many cannot be told apart from them. */
export const Headline = ({ ranking: { lines } }: { readonly ranking: CategoryRanking }) => {
  const translate = useTranslate();
  const format = useFormat();
  const first = lines.filter(({ rank }) => rank === 1);
  const names = first.map(({ enrolment }) => enrolment.structure.name);
  if (names.length === 0) return translate('room.ranking.headlineNone');
  const level = levelWithFirst(lines);
  const said = { score: format.number(first[0]?.score, 2), ...(level !== null && { smart_count: level }) };
  if (names.length > 1)
    return translate(level ? 'room.robustness.headlineTied' : 'room.ranking.headlineTied', {
      ...{ ...said, names: format.list(names) },
    });
  const sentence =
    level === null ? 'room.ranking.headline' : `room.robustness.${level > 0 ? 'headline' : 'headlineAlone'}`;
  return translate(sentence, { ...said, name: names[0] });
};
