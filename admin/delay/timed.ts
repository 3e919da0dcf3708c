import type { Curve, Grid, Line } from './delay.graphql.ts';

type Channel = Grid['channels'][number];
type Criterion = Channel['criteria'][number];

/** A criterion whose delay is derived, in days, and the bounds at which it is read. */
export interface Timed {
  readonly code: string;
  readonly label: string;
  readonly channel: Channel['code'];
  readonly delay: NonNullable<Criterion['delay']>;
  /** "In under so many days", the bounds of the scale, in order. */
  readonly bounds: readonly number[];
  /** The bound that a published figure counts up to; otherwise the last of the scale; null where there is none. */
  readonly published: number | null;
}

/** The criteria of a grid whose delays are derived from events, in days. */
export function timedIn({ channels, indicators }: Grid): Timed[] {
  return channels.flatMap(({ code: channel, criteria }) =>
    criteria.flatMap(({ code, label, scale, delay }) => {
      if (!delay || delay.count === 'MINUTES' || delay.count === 'SECONDS') return [];
      const bounds = scale.type === 'STEPS' ? scale.steps.map(({ below }) => Number(below)) : [];
      const figure = indicators.map(({ rule }) => boundIn(rule, code)).find((bound) => bound !== null);
      return [{ code, label, channel, delay, bounds, published: figure ?? bounds.at(-1) ?? null }];
    }),
  );
}

/** The bound that a share of answers is counted up to, when it is a share of this criterion. */
function boundIn(rule: Readonly<Record<string, unknown>>, criterion: string): number | null {
  const { type, criteria, passes } = rule as { type: string; criteria?: string[]; passes?: { below?: string } | 'YES' };
  if (type !== 'SHARE' || !criteria?.includes(criterion) || typeof passes !== 'object') return null;
  return passes.below === undefined ? null : Number(passes.below);
}

/** How many were answered in under so many days; days are whole, and after the last line nothing more is known. */
export function answeredBelow({ lines }: Curve, bound: number): number {
  return lines.findLast(({ day }) => day < bound)?.answered ?? 0;
}

/** The lines worth a look: up to the last answer or the last bound, whichever is later; then nothing moves. */
export function linesThatMove({ lines }: Curve, bounds: readonly number[]): Line[] {
  const all = lines.at(-1)?.answered ?? 0;
  const lastAnswer = lines.find(({ answered }) => answered === all)?.day ?? 0;
  const last = Math.max(lastAnswer, ...bounds);
  return lines.filter(({ day }) => day <= last);
}

/** Whether the estimate adds nothing to the share: no request was lost sight of before the last answer. */
export const isTheShare = ({ lines }: Curve): boolean => lines.every(({ share, estimate }) => share === estimate);
