import type { Cell, Terms } from './terms.rules.ts';

/** One test to place: of which cell, and, once placed, on which day and with whom; −1 before. */
export interface Piece {
  readonly cell: number;
  day: number;
  auditor: number;
}

/** A room that holds so many tests, and those it holds. */
export interface Room {
  readonly most: number;
  readonly taken: Set<Piece>;
}

/** A piece that came to a place, or went from it. */
interface Step {
  readonly piece: Piece;
  readonly came: boolean;
  readonly day: number;
  readonly auditor: number;
}

/** Tests being placed, with every room they take counted as they come and go. What was done can be taken back. */
export class Board {
  readonly terms: Terms;
  readonly pieces: readonly Piece[];
  /** The pieces of each structure. */
  readonly ofStructure: ReadonlyMap<number, readonly Piece[]>;
  readonly #week: Room[];
  readonly #share: Room[];
  readonly #spread: Room[];
  readonly #trail: Step[] = [];

  constructor(terms: Terms) {
    this.terms = terms;
    this.pieces = terms.cells.flatMap(({ tests }, cell) =>
      Array.from({ length: tests }, () => ({ cell, day: -1, auditor: -1 })),
    );
    this.#week = roomsOf(terms.weekRoom);
    this.#share = roomsOf(terms.shareRoom);
    this.#spread = roomsOf(terms.spreadRoom);
    this.ofStructure = Map.groupBy(this.pieces, (piece) => this.cellOf(piece).structure);
  }

  cellOf(piece: Piece): Cell {
    return this.terms.cells[piece.cell] as Cell;
  }

  get missing(): Piece[] {
    return this.pieces.filter(({ day }) => day < 0);
  }

  /** The tests that an auditor has in the week of a day. */
  week(auditor: number, day: number): Room {
    return this.#week[auditor * this.terms.weeks + (this.terms.weekOf[day] ?? 0)] as Room;
  }

  /** The tests of a structure that an auditor has. */
  share(structure: number, auditor: number): Room {
    return this.#share[structure * this.terms.problem.auditors.length + auditor] as Room;
  }

  /** The tests of a channel in the week of a day. */
  spread(channel: number, day: number): Room {
    return this.#spread[channel * this.terms.weeks + (this.terms.weekOf[day] ?? 0)] as Room;
  }

  /** The pieces of the same structure that lie too near a day. */
  tooNear(piece: Piece, day: number): Piece[] {
    const own = this.ofStructure.get(this.cellOf(piece).structure) ?? [];
    return own.filter((other) => other !== piece && other.day >= 0 && Math.abs(other.day - day) < this.terms.gap);
  }

  /** The rooms that a piece takes in a place. */
  roomsAt(piece: Piece, day: number, auditor: number): Room[] {
    const { structure, channel } = this.cellOf(piece);
    return [this.share(structure, auditor), this.week(auditor, day), this.spread(channel, day)];
  }

  /** Whether a piece that is not placed may have a day and an auditor that are open to its cell. */
  fits(piece: Piece, day: number, auditor: number): boolean {
    return (
      this.roomsAt(piece, day, auditor).every(({ most, taken }) => taken.size < most) &&
      this.tooNear(piece, day).length === 0
    );
  }

  place(piece: Piece, day: number, auditor: number): void {
    this.#put(piece, day, auditor);
    this.#trail.push({ piece, came: true, day, auditor });
  }

  lift(piece: Piece): void {
    const { day, auditor } = piece;
    this.#take(piece);
    this.#trail.push({ piece, came: false, day, auditor });
  }

  /** How far one has come: `rewind` goes back to it. */
  get mark(): number {
    return this.#trail.length;
  }

  rewind(mark: number): void {
    while (this.#trail.length > mark) {
      const { piece, came, day, auditor } = this.#trail.pop() as Step;
      if (came) this.#take(piece);
      else this.#put(piece, day, auditor);
    }
  }

  #put(piece: Piece, day: number, auditor: number): void {
    piece.day = day;
    piece.auditor = auditor;
    for (const { taken } of this.roomsAt(piece, day, auditor)) taken.add(piece);
  }

  #take(piece: Piece): void {
    for (const { taken } of this.roomsAt(piece, piece.day, piece.auditor)) taken.delete(piece);
    piece.day = -1;
    piece.auditor = -1;
  }
}

const roomsOf = (rooms: readonly number[]): Room[] => rooms.map((most) => ({ most, taken: new Set<Piece>() }));
