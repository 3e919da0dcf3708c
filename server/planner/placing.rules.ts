import { type Stream, streamOf } from '../uncertainty/random.rules.ts';
import { Board, type Piece, type Room } from './board.rules.ts';
import type { Terms } from './terms.rules.ts';

/**
 * Places tests by chance: each first near a day of its own, so that those of a structure lie evenly over the weeks,
 * the hardest to place first. Yields how many tests were looked at. What is left missing may still have a place.
 */
export function* placed(terms: Terms, seed: string): Generator<number, Board> {
  const board = new Board(terms);
  const stream = streamOf(seed, 'plan');
  const wished = wishes(board, stream);
  const busy = new Map<string, number>();
  const order = [...board.pieces]
    .map((piece) => ({ piece, room: scarcity(board, piece), draw: stream.next() }))
    .sort((a, b) => a.room - b.room || a.draw - b.draw);
  for (const [i, { piece }] of order.entries()) {
    if (i % 50 === 0) yield i;
    placeBest(board, piece, wished.get(piece) ?? 0, busy, stream);
  }
  return board;
}

/** How few places there are for a piece: days × auditors open to its cell. */
const scarcity = (board: Board, piece: Piece): number => {
  const { days, auditors } = board.cellOf(piece);
  return days.length * auditors.length;
};

/** The day each piece would best have: the tests of a structure, in an order that is drawn, at even distances. */
function wishes(board: Board, stream: Stream): ReadonlyMap<Piece, number> {
  const wished = new Map<Piece, number>();
  const length = board.terms.days.length;
  for (const own of board.ofStructure.values()) {
    const drawn = [...own].map((piece) => ({ piece, draw: stream.next() })).sort((a, b) => a.draw - b.draw);
    for (const [i, { piece }] of drawn.entries())
      wished.set(piece, Math.floor((length * (2 * i + 1)) / (2 * own.length)) + stream.below(3) - 1);
  }
  return wished;
}

const left = ({ most, taken }: Room): number => most - taken.size;

/** What a day away from the wish costs, beside a test of the same channel on the same day. */
const AWAY = 3;

function placeBest(board: Board, piece: Piece, wish: number, busy: Map<string, number>, stream: Stream): void {
  const { structure, channel, days, auditors } = board.cellOf(piece);
  const costOf = (day: number) => AWAY * Math.abs(day - wish) + (busy.get(`${channel} ${day}`) ?? 0);
  const byCost = days.map((day) => ({ day, cost: costOf(day) })).sort((a, b) => a.cost - b.cost || a.day - b.day);
  for (const { day } of byCost) {
    if (left(board.spread(channel, day)) <= 0 || board.tooNear(piece, day).length > 0) continue;
    const auditor = leastBusy(board, auditors, structure, day, stream);
    if (auditor < 0) continue;
    board.place(piece, day, auditor);
    busy.set(`${channel} ${day}`, (busy.get(`${channel} ${day}`) ?? 0) + 1);
    return;
  }
}

/** The auditor with the most room that week, and then with this structure; equals are drawn. −1 when all are full. */
function leastBusy(board: Board, auditors: readonly number[], structure: number, day: number, stream: Stream): number {
  let best = -1;
  let most = 0;
  const from = auditors.length === 0 ? 0 : stream.below(auditors.length);
  for (let i = 0; i < auditors.length; i++) {
    const auditor = auditors[(from + i) % auditors.length] as number;
    const share = left(board.share(structure, auditor));
    const week = left(board.week(auditor, day));
    if (share <= 0 || week <= 0) continue;
    const room = week * 64 + Math.min(share, 63);
    if (room > most) [best, most] = [auditor, room];
  }
  return best;
}
