import Fraction from 'fraction.js';
import { rounded, sum } from '../../server/score/exact.rules.ts';
import type { ChannelLine, CriterionLine, Sheet } from './enrolment.graphql.ts';

/** What one line of the waterfall is: a channel, what it is made of, or what bends it. */
export type PartKind = 'channel' | 'step' | 'criterion' | 'bonus' | 'cap' | 'floor';

/** One line of the waterfall: from `from`, `points` of the `most` it could bring, all in points of the overall score. */
export interface Part {
  readonly key: string;
  readonly kind: PartKind;
  /** 0 for a channel, 1 for a step, 2 for a criterion. */
  readonly level: number;
  readonly from: number;
  readonly points: number;
  readonly most: number;
  /** Rounded to 2 decimals from the exact value; null where nothing enters the score. */
  readonly value: string | null;
  readonly line?: ChannelLine;
  /** The name of a step. */
  readonly label?: string;
  readonly criterion?: CriterionLine;
  readonly parts: readonly Part[];
}

/** The waterfall, from 0 to the score: each line starts where the one before it ended. */
export function partsOf(channels: Sheet['channels']): Part[] {
  let from = 0;
  return channels.map((line) => {
    const part = channelPart(line, from);
    from += part.points;
    return part;
  });
}

/** Every line that opens, by its key. */
export const openersIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ key, parts }) => (parts.length > 0 ? [key, ...openersIn(parts)] : []));

function channelPart(line: ChannelLine, from: number): Part {
  const { code } = line.channel;
  const enters = line.outcome === 'SCORED' || line.outcome === 'ZERO' || line.outcome === 'FLOOR';
  return {
    ...{ key: code, kind: 'channel', level: 0, from, line },
    points: Number(line.part?.value ?? 0),
    most: 100 * Number(line.share ?? 0),
    value: enters && line.part ? line.part.value : null,
    parts: line.score === null ? [] : within(line, from),
  };
}

/** What a channel is made of: its steps, its bonus criteria, its cap. */
function within(line: ChannelLine, from: number): Part[] {
  let at = from;
  const next = (part: Part) => {
    at += part.points;
    return part;
  };
  const counts = line.outcome === 'SCORED';
  const plain = line.criteria.filter(({ criterion }) => !criterion.bonus);
  const bonus = line.criteria.filter(({ criterion }) => criterion.bonus);
  const steps = [...Map.groupBy(plain, ({ criterion }) => criterion.step.code)].map(([code, own]) =>
    next(stepPart(`${line.channel.code} ${code}`, own, at, counts)),
  );
  const cap = Number(line.cap?.value ?? 0);
  return [
    ...steps,
    ...bonus.map((each) => next(criterionPart(each, 'bonus', at, counts))),
    ...(cap < 0
      ? [
          {
            ...none,
            key: `${line.channel.code} cap`,
            kind: 'cap' as const,
            from: at,
            points: cap,
            value: line.cap?.value ?? null,
          },
        ]
      : []),
  ];
}

function stepPart(key: string, criteria: readonly CriterionLine[], from: number, counts: boolean): Part {
  let at = from;
  const parts = criteria.map((each) => {
    const part = criterionPart(each, 'criterion', at, counts);
    at += part.points;
    return part;
  });
  const total = sum(criteria.map(({ part }) => exactOf(part)));
  const most = sum(criteria.map(({ part, gain }) => exactOf(part).add(exactOf(gain))));
  return {
    ...{ ...none, key, kind: 'step', from, parts },
    ...{
      points: total.valueOf(),
      value: counts ? rounded(total, 2) : null,
      label: criteria[0]?.criterion.step.label ?? '',
    },
    most: most.valueOf(),
  };
}

function criterionPart(criterion: CriterionLine, kind: 'criterion' | 'bonus', from: number, counts: boolean): Part {
  const points = exactOf(criterion.part);
  return {
    ...{ ...none, key: criterion.criterion.id, kind, from, criterion, points: points.valueOf() },
    level: kind === 'bonus' ? 1 : 2,
    most: points.add(exactOf(criterion.gain)).valueOf(),
    value: counts && criterion.score !== null ? (criterion.part?.value ?? null) : null,
  };
}

const exactOf = (points: { readonly exact: string } | null): Fraction => new Fraction(points?.exact ?? 0);

const none = { level: 1, most: 0, value: null, parts: [] };
