import fc from 'fast-check';
import type { DeclaredAbsence, Fate } from '../../server/grid/version.rules.ts';
import type { Condition } from '../../server/score/condition.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';
import type { ImaginedCriterion, ImaginedRules } from './imagined.ts';

/** The next version of a grid, made up: its criteria, and what becomes of what was measured on the one before. */
export interface NextVersion {
  readonly rules: ImaginedRules;
  readonly fates: readonly Fate[];
}

interface Step {
  readonly criterion: (ImaginedCriterion & { readonly conditions?: readonly Condition[] }) | null;
  readonly fate: Fate;
}

const plain = { answers: null, factor: null, absence: null, motive: null };

/** A choice of dice, one a criterion, each from 0 to 11. */
const dice = fc.array(fc.nat(11), { minLength: 64, maxLength: 64 });

/**
 * A version in which each criterion is kept, renamed, converted or set aside, and new ones come, some asked only after
 * an answer to another; weights and points stay, what is measured moves.
 */
export const nextOf = (rules: ImaginedRules, number: number): fc.Arbitrary<NextVersion> =>
  dice.map((rolled) => {
    const at = { i: 0 };
    const roll = () => rolled[at.i++ % rolled.length] ?? 0;
    const fates: Fate[] = [];
    const channels = rules.channels.map((channel) => {
      const steps = channel.criteria.map((criterion) => stepOf(criterion, number, roll));
      const fresh = roll() < 6 ? [freshIn(channel.criteria[0] as ImaginedCriterion, number, roll)] : [];
      const kept = [...steps, ...fresh].flatMap(({ criterion }) => criterion ?? []);
      fates.push(...[...steps, ...fresh].map(({ fate }) => fate));
      // A channel keeps one criterion at least: the last one set aside becomes new again.
      return kept.length > 0
        ? { ...channel, criteria: kept.map((each, i) => asked(each, kept.slice(0, i), roll)) }
        : channel;
    });
    const lost = channels.flatMap((channel, i) => (channel === rules.channels[i] ? channel.criteria : []));
    const renewed = lost.map(({ code }): Fate => ({ ...plain, source: code, target: code }));
    const others = fates.filter(({ source }) => !lost.some(({ code }) => code === source));
    return { rules: { ...rules, channels }, fates: [...others, ...renewed] };
  });

function stepOf(criterion: ImaginedCriterion, number: number, roll: () => number): Step {
  const { code } = criterion;
  const die = roll();
  if (die < 2) return { criterion: null, fate: { ...plain, source: code, target: null, motive: 'x' } };
  const target = die < 6 ? `${code}.v${number}` : code;
  if (die % 2 === 0) return { criterion: { ...criterion, code: target }, fate: { ...plain, source: code, target } };
  const { scale, kind } = criterion;
  if (kind === 'YES_NO') return converted(criterion, target, ['1', '0'], ['0', '1'], roll);
  if (scale.type === 'CHOICE') {
    const from = scale.choices.map((choice) => choice.code);
    const choices = scale.choices.map((choice, i) => ({ ...choice, code: `n${number}.${i}` }));
    const next = { ...criterion, scale: { ...scale, choices } as Scale };
    return converted(next, target, from, choices.map((choice) => choice.code).toReversed(), roll);
  }
  if (kind !== 'DURATION')
    return { criterion: { ...criterion, code: target }, fate: { ...plain, source: code, target } };
  return { criterion: { ...criterion, code: target }, fate: { ...plain, source: code, target, factor: '24' } };
}

function converted(
  criterion: ImaginedCriterion,
  target: string,
  from: readonly string[],
  to: readonly string[],
  roll: () => number,
): Step {
  const answers = from.map((answer, i) =>
    roll() < 2
      ? { from: answer, to: null, absence: 'NOT_OFFERED' as const }
      : { from: answer, to: to[i] ?? null, absence: null },
  );
  return { criterion: { ...criterion, code: target }, fate: { ...plain, source: criterion.code, target, answers } };
}

function freshIn(like: ImaginedCriterion, number: number, roll: () => number): Step {
  const target = `${like.code}.new${number}`;
  const absence: DeclaredAbsence = roll() < 6 ? 'NOT_OBSERVED' : 'NOT_APPLICABLE';
  return { criterion: { ...like, code: target }, fate: { ...plain, source: null, target, absence } };
}

/** Some criteria are asked only after an answer to one before them. */
function asked(criterion: ImaginedCriterion, before: readonly ImaginedCriterion[], roll: () => number) {
  const on = before[roll() % Math.max(1, before.length)];
  if (!on || roll() > 3) return { ...criterion, conditions: [] };
  const answers = on.kind === 'YES_NO' ? ['1'] : on.scale.type === 'CHOICE' ? [on.scale.choices[0]?.code ?? ''] : null;
  const condition: Condition = answers
    ? { criterion: on.code, in: answers }
    : { criterion: on.code, from: '1', below: '60' };
  return { ...criterion, conditions: [condition] };
}
