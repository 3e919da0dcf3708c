import type { Stream } from '../uncertainty/random.rules.ts';
import type { Board, Piece } from './board.rules.ts';

/** How many places are tried for those pushed aside by one piece, for each of them, and how far they push others. */
const TRIES = 1500;
const EACH = 40;
const DEPTH = 3;

/**
 * Gives a place to pieces that found none, by pushing others aside that find another. `mine` says which may be pushed.
 * Yields now and then; what is left missing found no place in so many tries.
 */
export function* settle(board: Board, stream: Stream, mine: (piece: Piece) => boolean = () => true): Generator<number> {
  for (let round = 0, left = board.missing; round < 4 && left.length > 0; round++, left = board.missing)
    for (const [i, piece] of left.entries()) {
      if (i % 5 === 0) yield board.pieces.length - left.length + i;
      push(board, piece, DEPTH, { tries: TRIES, stream, mine });
    }
}

/** How many tries are left for all that one piece pushes aside. */
interface Patience {
  tries: number;
  readonly stream: Stream;
  readonly mine: (piece: Piece) => boolean;
}

/** Places a piece, pushing others aside as far as `depth`; when it cannot, all is as it was. */
function push(board: Board, piece: Piece, depth: number, patience: Patience): boolean {
  const { stream } = patience;
  const { days, auditors } = board.cellOf(piece);
  if (days.length === 0 || auditors.length === 0) return false;
  const [firstDay, firstAuditor] = [stream.below(days.length), stream.below(auditors.length)];
  for (let d = 0; d < days.length; d++)
    for (let a = 0; a < auditors.length; a++) {
      const day = days[(firstDay + d) % days.length] as number;
      const auditor = auditors[(firstAuditor + a) % auditors.length] as number;
      if (!board.fits(piece, day, auditor)) continue;
      board.place(piece, day, auditor);
      return true;
    }
  if (depth === 0) return false;
  for (let i = 0; i < EACH && patience.tries > 0; i++, patience.tries--) {
    const day = days[stream.below(days.length)] as number;
    const auditor = auditors[stream.below(auditors.length)] as number;
    if (pushInto(board, piece, day, auditor, depth, patience)) return true;
  }
  return false;
}

function pushInto(
  board: Board,
  piece: Piece,
  day: number,
  auditor: number,
  depth: number,
  patience: Patience,
): boolean {
  const blockers = blockersOf(board, piece, day, auditor, patience.stream);
  if (!blockers?.every(patience.mine) || blockers.length > 2) return false;
  const mark = board.mark;
  for (const blocker of blockers) board.lift(blocker);
  const done = board.fits(piece, day, auditor);
  if (done) board.place(piece, day, auditor);
  if (done && blockers.every((blocker) => push(board, blocker, depth - 1, patience))) return true;
  board.rewind(mark);
  return false;
}

/** Pieces that would have to go for one to have a place: those too near, and one for each room that is full. */
function blockersOf(board: Board, piece: Piece, day: number, auditor: number, stream: Stream): Piece[] | null {
  const blockers = new Set(board.tooNear(piece, day));
  for (const { most, taken } of board.roomsAt(piece, day, auditor)) {
    if (taken.size < most || [...blockers].some((blocker) => taken.has(blocker))) continue;
    const takers = [...taken];
    const taker = takers.length > 0 && takers[stream.below(takers.length)];
    if (!taker) return null;
    blockers.add(taker);
  }
  return [...blockers];
}
