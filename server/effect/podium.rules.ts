import { overallOf, type Sampled } from '../uncertainty/sample.rules.ts';

/** A structure on its category's podium. */
export interface Placed {
  readonly id: string;
  readonly score: number;
}

/** How many places a podium has. */
const PLACES = 3;

/** The best of some structures, in order; equals by their name, so that the order is always the same. */
export const podiumOf = (structures: readonly Sampled[]): Placed[] =>
  structures
    .map((structure) => ({ id: structure.id, score: overallOf(structure) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, PLACES);

/**
 * A structure as it would stand without what its auditors add: each channel less the mean of what those who tested it
 * add there. `added` tells it for a structure and a channel, in points.
 */
export const withoutEffect = (structure: Sampled, added: (id: string, channel: string) => number): Sampled => ({
  ...structure,
  channels: structure.channels.map((channel) => ({
    ...channel,
    score: Math.min(100, Math.max(0, channel.score - added(structure.id, channel.code))),
  })),
});

/** Whether two podiums hold others, or hold them otherwise. */
export const podiumChanges = (before: readonly Placed[], after: readonly Placed[]): boolean =>
  before.map(({ id }) => id).join('\n') !== after.map(({ id }) => id).join('\n');
