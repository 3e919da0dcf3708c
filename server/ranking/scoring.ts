import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChannelScore } from '../score/channel.rules.ts';
import { ZERO } from '../score/exact.rules.ts';
import type { Tally } from '../score/measure.rules.ts';
import { type StructureScore, scoreOfTallies } from '../score/score.rules.ts';
import type { Enrolled, Inputs } from './inputs.ts';
import { type Answer, talliesOf } from './tallies.ts';

/** One structure scored. */
export interface Scored extends StructureScore {
  readonly enrolled: Enrolled;
}

/** What is kept of a structure while the others are scored: all but its criteria, which would fill the memory. */
export interface Whole extends Pick<Scored, 'enrolled' | 'score' | 'base' | 'share' | 'exclusion' | 'knockOuts'> {
  readonly channels: readonly Pick<ChannelScore, 'code' | 'score'>[];
}

export const wholeOf = ({ enrolled, score, base, share, exclusion, knockOuts, channels }: Scored): Whole => ({
  ...{ enrolled, score, base, share, exclusion, knockOuts },
  channels: channels.map(({ code, score }) => ({ code, score })),
});

/** How many structures are scored at a time: memory is bounded by it, not by the size of the edition. */
const CHUNK = 1000;

/** Scores every structure of an edition, some at a time. Writes nothing. */
export async function* scoredIn(em: EntityManager, { grid, rules, enrolments }: Inputs): AsyncGenerator<Scored[]> {
  const answers = new Map<string, Answer>();
  for (let from = 0; from < enrolments.length; from += CHUNK) {
    const chunk = enrolments.slice(from, from + CHUNK);
    const ids = chunk.map(({ id }) => id);
    const tallies = await talliesOf(em, grid, ids, answers);
    yield chunk.map((enrolled) => {
      const own = tallies.get(enrolled.id);
      return { enrolled, ...scoreOfTallies(rules, ({ code }) => own?.get(code) ?? NOTHING) };
    });
  }
}

/** What a criterion that nobody tested comes to. */
export const NOTHING: Tally = {
  ...{ points: ZERO, values: 0 },
  absent: { NOT_APPLICABLE: 0, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 },
};
