import Fraction from 'fraction.js';
import type { ChannelRule, ChannelScore } from '../score/channel.rules.ts';
import { sum, weightedSum } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';

/** What the scores of a structure are made of, for `disclosure`: marks on 100 by a code, and their part in each score. */
export interface Made {
  readonly marks: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Mark {
  readonly channel: ChannelRule;
  readonly step: string;
  readonly value: Fraction;
  /** In its channel. */
  readonly effect: Fraction;
  /** Whether the channel is compared: only then has it a part in the overall score and in those of steps. */
  readonly counts: boolean;
}

/**
 * The marks of a structure: one for each channel and step of the journey. A score of a channel, a step or the whole is a
 * mean of them, with the weights that the grid gives to what was measured. What does not change with what was found is
 * left out, since nobody doubts it: a channel that counts zero, or a floor.
 */
export function madeOf({ channels }: Rules, { channels: scored }: StructureScore): Made {
  const marks = channels.flatMap((channel, i) => {
    const own = scored[i];
    return own?.score ? marksOf(channel, own) : [];
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
    ]),
  };
}

/** The mean of each step in a channel. A bonus brings all of them nearer to 100: it belongs to none. */
function marksOf(channel: ChannelRule, { criteria, effects, bonus, earned, outcome }: ChannelScore): Mark[] {
  const found = channel.criteria.flatMap(({ step, bonus }, j) => {
    const [score, effect] = [criteria[j]?.score, effects[j]];
    return score && effect && !bonus && !effect.equals(0) ? [{ step: step ?? '', score, effect }] : [];
  });
  const left = new Fraction(100).sub(earned ?? 0);
  const raised = left.equals(0) ? new Fraction(0) : bonus.div(left);
  return [...Map.groupBy(found, ({ step }) => step)].map(([step, all]): Mark => {
    const weights = all.map(({ effect }) => effect);
    const effect = sum(weights);
    const own = all.map(({ score }) => score);
    const mean = weightedSum(weights, own).div(effect);
    const value = mean.add(new Fraction(100).sub(mean).mul(raised));
    return { ...{ channel, step, effect, value }, counts: outcome === 'SCORED' };
  });
}

const codeOf = ({ channel, step }: Mark): string => `${channel.code}/${step}`;

const sharesOf = (marks: readonly Mark[], partOf: (mark: Mark) => Fraction): ReadonlyMap<string, number> =>
  new Map(marks.map((mark) => [codeOf(mark), partOf(mark).valueOf()]));
