import type { Category } from '../edition/category.ts';

type Claim = Pick<Category, 'label' | 'kinds' | 'populationFrom' | 'populationBelow' | 'censusYear'> &
  Pick<Category, 'territory' | 'departmentCodes' | 'regionCodes'>;

/** Each pair of categories that may both claim one structure, by their names. */
export const overlapsOf = (categories: readonly Claim[]): string[] =>
  categories.flatMap((one, i) =>
    categories.slice(i + 1).flatMap((other) => (overlap(one, other) ? [`${one.label} / ${other.label}`] : [])),
  );

const overlap = (one: Claim, other: Claim): boolean =>
  one.kinds.some((kind) => other.kinds.includes(kind)) &&
  (one.populationFrom ?? 0) < (other.populationBelow ?? Number.POSITIVE_INFINITY) &&
  (other.populationFrom ?? 0) < (one.populationBelow ?? Number.POSITIVE_INFINITY) &&
  (one.censusYear === null || other.censusYear === null || one.censusYear === other.censusYear) &&
  meet(one, other);

/** Whether two territories may share a place. A département and a région may; what one leaves out the other may take. */
function meet(one: Claim, other: Claim): boolean {
  if (listed(one).length === 0 || listed(other).length === 0) return true;
  if (one.territory === 'IN' && other.territory === 'IN')
    return shares(one, other) || mixed(one, other) || mixed(other, one);
  if (one.territory === 'OUT' && other.territory === 'OUT') return true;
  const [inside, outside] = one.territory === 'IN' ? [one, other] : [other, one];
  return listed(inside).some((place) => !listed(outside).includes(place));
}

const listed = ({ departmentCodes, regionCodes }: Claim): string[] => [
  ...departmentCodes.map((code) => `d${code}`),
  ...regionCodes.map((code) => `r${code}`),
];
const shares = (one: Claim, other: Claim): boolean => listed(one).some((place) => listed(other).includes(place));
const mixed = (one: Claim, other: Claim): boolean => one.departmentCodes.length > 0 && other.regionCodes.length > 0;
