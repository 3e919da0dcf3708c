import type { Quoted } from './rows.service.ts';
import type { AwardTold, Figure, Figures, FigureUnit } from './told.rules.ts';

/** The figures of a version, by the key a text asks them by. */
export function figuresIn({ dataset, category, channel_mean, indicator }: Quoted): Figures {
  const all: Figure[] = [
    {
      ...{ key: 'structures', label: 'Structures auditées', unit: 'COUNT', over: 'structures', mean: false },
      ...{ value: dataset.structure_count === null ? null : String(dataset.structure_count), withheld: false },
      count: null,
    },
    scoreOf(
      'mean global',
      'Moyenne générale',
      dataset.global_score,
      dataset.structure_count,
      dataset.global_score === null,
    ),
    ...category.map(({ code, label, mean, structure_count, withheld }) =>
      scoreOf(`mean category ${code}`, label, mean, structure_count, withheld !== null),
    ),
    ...channel_mean.map(({ channel, label, mean, structure_count, withheld }) =>
      scoreOf(`mean channel ${channel}`, label, mean, structure_count, withheld !== null),
    ),
    ...indicator.map(indicatorOf),
  ];
  return new Map(all.map((figure) => [figure.key, figure]));
}

const scoreOf = (
  key: string,
  label: string,
  value: string | null,
  count: number | null,
  withheld: boolean,
): Figure => ({
  ...{ key, label, value, count, withheld, unit: 'SCORE', over: 'structures', mean: true },
});

function indicatorOf(row: Quoted['indicator'][number]): Figure {
  const { code, label, value, numerator, denominator, base, withheld } = row;
  const unit = row.unit as FigureUnit;
  const share = unit === 'SHARE' && numerator !== null && denominator ? `${wholeOf(numerator)}/${denominator}` : value;
  return {
    ...{ key: `indicator ${code}`, label, unit, value: share, count: denominator, over: base },
    ...{ withheld: withheld !== null, mean: unit === 'RINGS' || unit === 'DAYS' },
  };
}

/** "478.000000" → "478": how many tests passed is a whole number. */
const wholeOf = (numerator: string): string => String(numerator).replace(/\.0+$/, '');

/** The palmarès of a version, in its order. */
export const awardsIn = ({ trophy, laureate }: Quoted): AwardTold[] =>
  trophy.map((award) => ({
    code: award.category_code ?? award.prize_code ?? '',
    label: award.category_label ?? award.prize_label ?? '',
    laureates: laureate.filter((each) => each.trophy === award.position).map(laureateWords),
    point: award.point_remarquable,
  }));

const laureateWords = ({ name, parent_name, department_code }: Quoted['laureate'][number]): string => {
  const place = parent_name ?? department_code;
  return place ? `${name} (${place})` : name;
};
