import Fraction from 'fraction.js';
import type { ChannelRule, ChannelScore } from '../score/channel.rules.ts';
import { sum, weightedSum } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';

/** What the scores of a structure are made of, for `disclosure`: marks on 100 by a code, and their part in each score. */
export interface Made {
  readonly marks: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The criteria that some prizes rank on, by the code of the prize. */
export type Decisive = ReadonlyMap<string, ReadonlySet<string>>;

interface Mark {
  readonly channel: ChannelRule;
  readonly step: string;
  /** The prizes that its criteria decide, all of them alike. */
  readonly prizes: readonly string[];
  readonly value: Fraction;
  /** In its channel. */
  readonly effect: Fraction;
  /** Of its criteria, in points of weight. */
  readonly weight: Fraction;
  /** Whether the channel is compared: only then has it a part in the overall score and in those of steps. */
  readonly counts: boolean;
}

/**
 * The marks of a structure: one for each channel and step of the journey, apart where some criteria decide a prize and
 * others do not. A score of a channel, a step, a prize or the whole is a mean of them, with the weights that the grid
 * gives to what was measured. What does not change with what was found is left out, since nobody doubts it: a channel
 * that counts zero, or a floor.
 */
export function madeOf({ channels }: Rules, { channels: scored }: StructureScore, decisive: Decisive): Made {
  const marks = channels.flatMap((channel, i) => {
    const own = scored[i];
    return own?.score ? marksOf(channel, own, decisive) : [];
  });
  const counted = channels.filter((_, i) => scored[i]?.counted);
  const whole = sum(counted.map(({ weight }) => new Fraction(weight)));
  const weightOf = ({ channel, effect }: Mark) => effect.mul(new Fraction(channel.weight));
  const compared = marks.filter(({ counts }) => counts);
  const byChannel = Map.groupBy(marks, ({ channel }) => channel.code);
  const byStep = Map.groupBy(compared, ({ step }) => step);
  return {
    marks: new Map(marks.map((mark) => [codeOf(mark), mark.value.valueOf()])),
    parts: new Map([
      ['overall', sharesOf(compared, (mark) => weightOf(mark).div(whole))],
      ...[...byChannel].map(([code, own]) => [`channel.${code}`, sharesOf(own, ({ effect }) => effect)] as const),
      ...[...byStep].map(([step, own]) => {
        const total = sum(own.map(weightOf));
        return [`step.${step}`, sharesOf(own, (mark) => weightOf(mark).div(total))] as const;
      }),
      ...[...decisive.keys()].flatMap((prize) => {
        const own = marks.filter(({ prizes }) => prizes.includes(prize));
        const total = sum(own.map(({ weight }) => weight));
        return own.length === 0 ? [] : [[`prize.${prize}`, sharesOf(own, ({ weight }) => weight.div(total))] as const];
      }),
    ]),
  };
}

/** The mean of each step in a channel, and of what decides the same prizes. A bonus brings all of them nearer to 100: it belongs to none. */
function marksOf(
  channel: ChannelRule,
  { criteria, effects, bonus, earned, outcome }: ChannelScore,
  decisive: Decisive,
): Mark[] {
  const found = channel.criteria.flatMap(({ code, weight, step, bonus }, j) => {
    const [score, effect] = [criteria[j]?.score, effects[j]];
    const prizes = [...decisive].flatMap(([prize, codes]) => (codes.has(code) ? [prize] : []));
    return score && effect && !bonus && !effect.equals(0)
      ? [{ step: step ?? '', prizes, weight: new Fraction(weight), score, effect }]
      : [];
  });
  const left = new Fraction(100).sub(earned ?? 0);
  const raised = left.equals(0) ? new Fraction(0) : bonus.div(left);
  const alike = Map.groupBy(found, ({ step, prizes }) => [step, ...prizes].join(' ')).values();
  return [...alike].map((all): Mark => {
    const { step, prizes } = all[0] as (typeof all)[0];
    const weights = all.map(({ effect }) => effect);
    const effect = sum(weights);
    const own = all.map(({ score }) => score);
    const mean = weightedSum(weights, own).div(effect);
    const value = mean.add(new Fraction(100).sub(mean).mul(raised));
    const weight = sum(all.map((each) => each.weight));
    return { ...{ channel, step, prizes, effect, weight, value }, counts: outcome === 'SCORED' };
  });
}

const codeOf = ({ channel, step, prizes }: Mark): string => [`${channel.code}/${step}`, ...prizes].join(' ');

const sharesOf = (marks: readonly Mark[], partOf: (mark: Mark) => Fraction): ReadonlyMap<string, number> =>
  new Map(marks.map((mark) => [codeOf(mark), partOf(mark).valueOf()]));
