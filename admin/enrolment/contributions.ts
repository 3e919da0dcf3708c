import type { Sheet } from './enrolment.graphql.ts';

/** What one channel brings to the overall score: from `from`, `points` of the `most` it could bring. All on 100. */
export interface Contribution {
  readonly code: string;
  readonly from: number;
  readonly points: number;
  readonly most: number;
  /** Why it brings nothing: an option kept apart, or a channel that was not tested, whose weight goes to the others. */
  readonly absent: 'optional' | 'absent' | null;
}

/** Stacks the channels up to the overall score, for drawing: the score itself is computed, exact, by the server. */
export function contributionsOf(channels: Sheet['channels']): Contribution[] {
  const counts = ({ score, channel }: Sheet['channels'][number]) => score !== null && !channel.optional;
  const weights = channels.filter(counts).reduce((sum, { channel }) => sum + Number(channel.weight), 0);
  let from = 0;
  return channels.map((line) => {
    const { channel, score } = line;
    if (!counts(line))
      return { code: channel.code, from, points: 0, most: 0, absent: channel.optional ? 'optional' : 'absent' };
    const most = (100 * Number(channel.weight)) / weights;
    const points = (most * Number(score)) / 100;
    const step = { code: channel.code, from, points, most, absent: null };
    from += points;
    return step;
  });
}
