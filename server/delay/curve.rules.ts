import Fraction from 'fraction.js';
import { ONE } from '../score/exact.rules.ts';
import type { Delay } from './delay.rules.ts';

/** One day of the curve of answers, from day 0, the day of sending. Shares are exact, 0 to 1. */
export interface CurveLine {
  readonly day: number;
  /** Requests answered within so many days. */
  readonly answered: number;
  /** Requests still waiting, and still in sight, when the day began: those it could be answered for. */
  readonly waiting: number;
  /** Answered within so many days, over all requests: the official treatment, where silence is no answer. */
  readonly share: Fraction;
  /**
   * The estimate beside it, for requests that were lost sight of before they could be answered:
   * 1 − Π (1 − answered on the day / waiting when it began). Source: Kaplan and Meier, Nonparametric Estimation from
   * Incomplete Observations, JASA 53 (1958). A request lost sight of on a day was in sight all that day.
   */
  readonly estimate: Fraction;
}

/**
 * How requests were answered, day by day, up to the last day that anything is known of; nothing without requests.
 * Delays are in whole days. One more request without an answer never raises a share nor an estimate.
 */
export function curveOf(delays: readonly Delay[]): CurveLine[] {
  const answers = tally(delays.flatMap((delay) => ('value' in delay ? Number(delay.value) : [])));
  const losses = tally(delays.flatMap((delay) => ('censoredAt' in delay ? Number(delay.censoredAt) : [])));
  const last = Math.max(-1, ...answers.keys(), ...losses.keys());
  const lines: CurveLine[] = [];
  let [answered, waiting, unanswered] = [0, delays.length, ONE];
  for (let day = 0; day <= last; day++) {
    const today = answers.get(day) ?? 0;
    answered += today;
    if (today > 0) unanswered = unanswered.mul(new Fraction(waiting - today, waiting));
    const share = new Fraction(answered, delays.length);
    lines.push({ day, answered, waiting, share, estimate: ONE.sub(unanswered) });
    waiting -= today + (losses.get(day) ?? 0);
  }
  return lines;
}

function tally(days: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
