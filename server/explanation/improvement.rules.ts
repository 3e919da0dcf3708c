import Fraction from 'fraction.js';
import type { ChannelRule, ChannelScore } from '../score/channel.rules.ts';
import { HUNDRED, least, sum, ZERO } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';
import { type ChannelPart, type CriterionPart, explanationOf } from './explanation.rules.ts';

/** What would gain one place: the fewest criteria to bring to full marks, all else unchanged. */
export interface Improvement {
  readonly reason: null;
  /** In the order of the grid, each with what it would add by itself, before any cap, in points of the overall score. */
  readonly criteria: readonly { readonly code: string; readonly channel: string; readonly gain: Fraction }[];
  /** What they add together, caps included, in points of the overall score. */
  readonly gain: Fraction;
  /** The overall score they lead to: at least that of the structure above. */
  readonly score: Fraction;
}

/** Why there is none: not ranked, nobody above, or full marks everywhere would not suffice. */
export interface NoImprovement {
  readonly reason: 'UNRANKED' | 'FIRST' | 'OUT_OF_REACH';
}

/**
 * The smallest set of criteria whose improvement to full marks brings the overall score to that of the structure
 * ranked just above, which suffices: equals share the better rank. `above` is its score; null when nobody is above.
 *
 * The optimum, not a guess. Gains add up within a channel but for two caps, on bonus points and at 100, which grow with
 * what they cap; so of all sets of n plain and m bonus criteria the n and m that gain most are best. Each way of taking
 * k criteria of a channel is then n + m = k, and a table over channels says the most that k criteria gain in all.
 *
 * Of sets as small, the one that gains most. Of those that gain as much: plain criteria before bonus ones, and those of
 * the channels that come first. As none smaller will do, none of the set can be spared. Criteria without a score
 * cannot improve: what did not apply, or left the denominator, would change what the others weigh.
 */
export function smallestImprovement(
  rules: Rules,
  structure: StructureScore,
  above: Fraction | null,
): Improvement | NoImprovement {
  const explained = explanationOf(rules, structure);
  if (!explained) return { reason: 'UNRANKED' };
  if (above === null || explained.score.gte(above)) return { reason: 'FIRST' };
  const missing = above.sub(explained.score);
  const options = explained.channels.map((part, i) =>
    optionsOf(part, rules.channels[i] as ChannelRule, structure.channels[i] as ChannelScore),
  );
  const best = options.reduce(joined, [{ gain: ZERO, criteria: [] }]).find(({ gain }) => gain.gte(missing));
  if (!best) return { reason: 'OUT_OF_REACH' };
  const order = rules.channels.flatMap(({ criteria }) => criteria.map(({ code }) => code));
  return {
    reason: null,
    criteria: best.criteria.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
    gain: best.gain,
    score: explained.score.add(best.gain),
  };
}

/** The best way to improve as many criteria as its place in the list says. */
interface Option {
  readonly gain: Fraction;
  readonly criteria: Improvement['criteria'];
}

/** For each number of criteria of one channel, from none to all that can improve, those that gain most. */
function optionsOf(part: ChannelPart, rule: ChannelRule, { earned, bonus, capped }: ChannelScore): Option[] {
  if (part.outcome !== 'SCORED' || !earned) return [{ gain: ZERO, criteria: [] }];
  const plain = improvable(part.steps.flatMap(({ criteria }) => criteria));
  const extra = improvable(part.bonus);
  const most = part.share.mul(HUNDRED);
  const cap = rule.bonusCap == null ? most : part.share.mul(new Fraction(rule.bonusCap));
  const [has, had] = [part.share.mul(earned), part.share.mul(bonus.add(capped))];
  const taking = (n: number, m: number): Option => {
    const taken = [...plain.slice(0, n), ...extra.slice(0, m)];
    const gained = (all: readonly { gain: Fraction }[]) => sum(all.map(({ gain }) => gain));
    const reached = has.add(gained(plain.slice(0, n))).add(least(had.add(gained(extra.slice(0, m))), cap));
    return {
      gain: least(reached, most).sub(part.points),
      criteria: taken.map(({ code, gain }) => ({ code, channel: part.code, gain })),
    };
  };
  return Array.from({ length: plain.length + extra.length + 1 }, (_, k) => {
    const fewest = Math.max(0, k - extra.length);
    const ways = Array.from({ length: Math.min(k, plain.length) - fewest + 1 }, (_, i) => fewest + i);
    return bestOf(ways.reverse().map((n) => taking(n, k - n)));
  });
}

/** For each number of criteria in all, the best of taking some of the channels before and the rest of this one. */
function joined(before: readonly Option[], own: readonly Option[]): Option[] {
  return Array.from({ length: before.length + own.length - 1 }, (_, k) =>
    bestOf(
      own.flatMap((option, n) => {
        const rest = before[k - n];
        return rest ? [{ gain: rest.gain.add(option.gain), criteria: [...rest.criteria, ...option.criteria] }] : [];
      }),
    ),
  );
}

/** The first of those that gain most. */
const bestOf = (options: readonly Option[]): Option =>
  options.reduce((best, option) => (option.gain.gt(best.gain) ? option : best));

/** Those that have something to gain, the most first; equals in the order of the grid. */
const improvable = (criteria: readonly CriterionPart[]) =>
  criteria
    .flatMap(({ code, gain }) => (gain?.gt(ZERO) ? [{ code, gain }] : []))
    .toSorted((a, b) => b.gain.compare(a.gain));
