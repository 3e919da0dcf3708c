import Fraction from 'fraction.js';
import type { Candidate, CategoryRule } from '../enrolment/category.rules.ts';
import { takes } from '../enrolment/category.rules.ts';
import type { Condition } from '../score/condition.rules.ts';
import { isAsked } from '../score/condition.rules.ts';
import type { Absence } from '../score/measure.rules.ts';
import { type CriterionKind, pointsOf, refusalOf, type Scale } from '../score/scale.rules.ts';
import type { Stream } from '../uncertainty/random.rules.ts';

/** A criterion, as far as inventing a value for it goes. */
export interface Asked {
  readonly code: string;
  readonly kind: CriterionKind;
  readonly scale: Scale;
  readonly conditions?: readonly Condition[];
}

/** What an invented test finds on one criterion. */
export interface Invented {
  readonly code: string;
  readonly value: string | null;
  readonly absence: `${Absence}` | null;
}

/** One in so many findings could not be made. */
const MISSED = 40;

/**
 * The findings of one test, in the order of the form. `quality` is how good the structure is, 0 to 100: the better, the
 * nearer each value to what earns everything. A criterion whose conditions do not hold is not applicable.
 */
export function inventTest(criteria: readonly Asked[], quality: number, chance: Stream): Invented[] {
  const values = new Map<string, string | null>();
  return criteria.map((criterion) => {
    const asked = isAsked(criterion, (code) => values.get(code) ?? null);
    // Drawn whether or not it is asked: one answer more or less leaves the others as they are.
    const luck = quality + chance.below(41) - 20;
    const missed = chance.below(MISSED) === 0;
    const value = asked && !missed ? inventValue(criterion, Math.min(100, Math.max(0, luck))) : null;
    values.set(criterion.code, value);
    const absence = value !== null ? null : asked ? 'NOT_OBSERVED' : 'NOT_APPLICABLE';
    return { code: criterion.code, value, absence };
  });
}

/** A value that earns about so much out of 100; null when the scale offers none. */
export function inventValue({ kind, scale }: Asked, luck: number): string | null {
  const target = new Fraction(luck, 100);
  const offers = offersOf(kind, scale, target).filter((value) => refusalOf(kind, scale, value) === null);
  const away = (value: string) => pointsOf(scale, value).sub(target).abs();
  return offers.toSorted((a, b) => away(a).compare(away(b)))[0] ?? null;
}

/** Values a scale could be given, among them one near the points aimed at. */
function offersOf(kind: CriterionKind, scale: Scale, target: Fraction): string[] {
  switch (scale.type) {
    case 'YES_NO':
      return ['1', '0'];
    case 'CHOICE':
      return scale.choices.map(({ code }) => code);
    case 'LINEAR': {
      const exact = new Fraction(scale.zeroAt).add(new Fraction(scale.oneAt).sub(scale.zeroAt).mul(target));
      const places = kind === 'SHARE' ? 2 : 0;
      return [exact.floor(places).toString(), exact.ceil(places).toString()];
    }
    case 'STEPS':
      return ['0', ...scale.steps.map(({ below }) => below)];
  }
}

/** A structure that one category takes and no other; null when its rule leaves nobody to it alone. */
export function inventCandidate(
  rule: CategoryRule,
  others: readonly CategoryRule[],
  place: number,
  among: number,
): Candidate | null {
  const { populationFrom, populationBelow, censusYear = null, territory = 'IN' } = rule;
  const { departmentCodes = [], regionCodes = [] } = rule;
  const from = populationFrom ?? 0;
  const width = populationBelow === null ? 10_000 : populationBelow - from;
  const population = from + Math.floor((width * (2 * place + 1)) / (2 * among));
  const anywhere = ['75', '13', '69', '33', '59', '67', '29', '2A', '974'];
  const departments = territory === 'IN' && departmentCodes.length > 0 ? departmentCodes : anywhere;
  const regions = territory === 'IN' && regionCodes.length > 0 ? [...regionCodes, null] : [null];
  const candidates = rule.kinds.flatMap((kind) =>
    regions.flatMap((regionCode) =>
      departments.map((departmentCode) => ({
        ...{ kind, regionCode, departmentCode, population, populationYear: censusYear ?? 2022 },
      })),
    ),
  );
  const fitting = candidates.filter((each) => takes(rule, each) && !others.some((other) => takes(other, each)));
  return fitting[place % Math.max(1, fitting.length)] ?? null;
}
