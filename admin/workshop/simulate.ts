/** What a structure without a score on a channel counts. */
export type Policy = 'RENORMALISE' | 'ZERO' | 'FLOOR' | 'EXCLUDE';

/** A channel as it is set, by the grid or by hand. */
export interface Setting {
  /** In points of weight, 0 or more. */
  readonly weight: number;
  /** Whether it enters the overall score. */
  readonly compared: boolean;
  readonly whenAbsent: Policy;
  /** What FLOOR counts, on 100. */
  readonly floor: number;
}

/** A structure as the server gives it: one score a channel, in the order of the channels. */
export interface Entrant {
  readonly category: string;
  readonly rank: number | null;
  readonly score: string | null;
  readonly channels: readonly (string | null)[];
  readonly notApplicable: readonly string[];
  readonly excluded: boolean;
}

/** Every structure of an edition, laid out so that ranking them all again takes a moment. */
export interface Field {
  /** How many channels each structure has. */
  readonly width: number;
  /** Structure after structure, channel after channel: on 100; ABSENT or OUTSIDE without a score. */
  readonly scores: Float64Array;
  /** 1 for a structure that nothing simulated here brings back into the ranking. */
  readonly excluded: Uint8Array;
  /** The structures of each category, by their place in the list. */
  readonly groups: readonly Int32Array[];
}

/** Simulated scores, NaN for none, and ranks, 0 for none; in the order of the structures. */
export interface Outcome {
  readonly scores: Float64Array;
  readonly ranks: Int32Array;
}

const ABSENT = -1;
/** The channel does not apply to the structure: no policy makes it count. */
const OUTSIDE = -2;

/** Scores closer than this are equal: floating point orders no one that exact arithmetic holds together. */
const EQUAL = 1e-9;

/** Lays out the structures of an edition. `codes` are the channels, in the order of the scores. */
export function fieldOf(codes: readonly string[], entrants: readonly Entrant[]): Field {
  const scores = new Float64Array(entrants.length * codes.length);
  entrants.forEach(({ channels, notApplicable }, i) => {
    codes.forEach((code, c) => {
      const score = channels[c];
      scores[i * codes.length + c] = score != null ? Number(score) : notApplicable.includes(code) ? OUTSIDE : ABSENT;
    });
  });
  const groups = new Map<string, number[]>();
  entrants.forEach(({ category }, i) => {
    const group = groups.get(category) ?? [];
    group.push(i);
    groups.set(category, group);
  });
  return {
    ...{ width: codes.length, scores, excluded: Uint8Array.from(entrants, ({ excluded }) => (excluded ? 1 : 0)) },
    groups: [...groups.values()].map((group) => Int32Array.from(group)),
  };
}

/**
 * Every score and rank under other settings: Σ Wⱼ·channelⱼ / Σ Wⱼ over the channels that count, as
 * `server/score/score.rules.ts` has it. In floating point, since nothing here is official.
 */
export function simulate(field: Field, settings: readonly Setting[]): Outcome {
  const size = field.excluded.length;
  const scores = new Float64Array(size);
  for (let i = 0; i < size; i++) scores[i] = field.excluded[i] ? Number.NaN : scoreAt(field, i, settings);
  const ranks = new Int32Array(size);
  for (const group of field.groups) rankInto(ranks, group, scores);
  return { scores, ranks };
}

/** The simulated score of one structure; NaN when no channel was tested, or a policy excludes it. */
function scoreAt({ scores, width }: Field, entrant: number, settings: readonly Setting[]): number {
  let earned = 0;
  let total = 0;
  let tested = false;
  for (let c = 0; c < width; c++) {
    const { weight, compared, whenAbsent, floor } = settings[c] as Setting;
    const score = scores[entrant * width + c] as number;
    if (!compared || score === OUTSIDE) continue;
    if (score === ABSENT) {
      if (whenAbsent === 'EXCLUDE') return Number.NaN;
      if (whenAbsent === 'RENORMALISE') continue;
    } else tested = true;
    earned += weight * (score !== ABSENT ? score : whenAbsent === 'FLOOR' ? floor : 0);
    total += weight;
  }
  return tested && total > 0 ? earned / total : Number.NaN;
}

/** Ranks one category, best first; equals share a rank and the next one skips: 1, 2, 2, 4. */
function rankInto(ranks: Int32Array, group: Int32Array, scores: Float64Array): void {
  const scored = group.filter((i) => !Number.isNaN(scores[i])).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let place = 0;
  scored.forEach((entrant, i) => {
    const gap = i === 0 ? 1 : (scores[scored[i - 1] as number] ?? 0) - (scores[entrant] ?? 0);
    if (gap > EQUAL) place = i + 1;
    ranks[entrant] = place;
  });
}
