import type { Quoted } from './rows.service.ts';
import type { AwardTold, Figure, Figures, FigureUnit } from './told.rules.ts';

/** The figures of a version, by the key a text asks them by. */
export function figuresIn(rows: Quoted): Figures {
  const { structure_count: structures } = rows.dataset;
  const count: Figure = {
    ...{ key: 'structures', label: 'Structures auditées', unit: 'COUNT', over: 'structures', mean: false },
    ...{ value: structures === null ? null : String(structures), withheld: false, count: null, broken: false },
  };
  const means = rows.mean.flatMap((row) => meanOf(row, rows) ?? []);
  return new Map([count, ...means, ...rows.indicator.map(indicatorOf)].map((figure) => [figure.key, figure]));
}

type Mean = Quoted['mean'][number];

/** A mean as a text may ask for it; null for those of a territory on one channel or step, which no text needs. */
function meanOf(row: Mean, rows: Quoted): Figure | null {
  const named = namedMean(row, rows);
  return (
    named && {
      ...{ ...named, unit: 'SCORE', value: row.value, count: row.structure_count, over: 'structures', mean: true },
      ...{ withheld: row.withheld !== null && row.withheld !== 'NOT_REPORTED', broken: row.comparability === 'BROKEN' },
    }
  );
}

function namedMean({ scope, measure, label, ...of }: Mean, rows: Quoted): Pick<Figure, 'key' | 'label'> | null {
  const channel = rows.channel.find(({ code }) => code === of.channel_code)?.label ?? of.channel_code;
  const step = rows.step.find(({ code }) => code === of.step_code)?.label ?? of.step_code;
  switch (`${scope} ${measure}`) {
    case 'ALL OVERALL':
      return { key: 'mean global', label: 'Moyenne générale' };
    case 'ALL CHANNEL':
      return { key: `mean channel ${of.channel_code}`, label: channel ?? '' };
    case 'ALL STEP':
      return { key: `mean step ${of.step_code}`, label: step ?? '' };
    case 'CATEGORY OVERALL':
      return { key: `mean category ${of.category_code}`, label };
    case 'CATEGORY CHANNEL':
      return { key: `mean category ${of.category_code} channel ${of.channel_code}`, label: `${label} : ${channel}` };
    case 'REGION OVERALL':
      return { key: `mean region ${of.territory_code}`, label };
    default:
      return null;
  }
}

function indicatorOf(row: Quoted['indicator'][number]): Figure {
  const { code, label, value, numerator, denominator, base, withheld } = row;
  const unit = row.unit as FigureUnit;
  const share = unit === 'SHARE' && numerator !== null && denominator ? `${wholeOf(numerator)}/${denominator}` : value;
  return {
    ...{ key: `indicator ${code}`, label, unit, value: share, count: denominator, over: base },
    ...{ withheld: withheld !== null && withheld !== 'NOT_REPORTED', mean: unit === 'RINGS' || unit === 'DAYS' },
    broken: false,
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
