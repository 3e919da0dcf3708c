import Fraction from 'fraction.js';

/** Someone's place at the table for one item. */
export interface Seat {
  readonly member: string;
  readonly office: 'CHAIR' | 'DEPUTY' | 'MEMBER';
  /** Recused: out of the room for the item, wherever they are. Who is present and abstains is present. */
  readonly attendance: 'PRESENT' | 'ABSENT' | 'RECUSED';
}

/** How many must be there, as declared before the first ballot. */
export interface QuorumRule {
  /** Of those who are not recused: "1/2", "2/3", "0.6". Rounded up to a whole member. */
  readonly share: string;
  /** More than that share, not as much: with "1/2", a majority. */
  readonly strictly?: boolean;
  /** Never fewer than these, however many are recused. */
  readonly fewest: number;
}

/** Whether an item may be decided, and by whom it is chaired. */
export interface Quorum {
  /** Members who are not recused. */
  readonly entitled: number;
  readonly present: number;
  readonly recused: number;
  readonly needed: number;
  /** How many more must come; 0 when the quorum is reached. */
  readonly missing: number;
  readonly reached: boolean;
  /** Who takes the chair; null when neither the chair nor the deputy is there: the item then waits. */
  readonly presiding: string | null;
}

/**
 * The quorum of one item. A recused member counts nowhere, neither among those present nor among those who could be; a
 * member who abstains, or casts a blank ballot, is present. When all are recused nobody can decide.
 *
 * Sources: Code des relations entre le public et l’administration, articles R. 133-10 (half at least) and R. 133-12 (who
 * has an interest takes no part); Conseil d’État, 19 January 1983, Chauré, Lebon p. 7 (a member with an interest is not
 * present, even seated in the audience). That they leave the denominator too is our rule, as was that of the Code de la
 * sécurité intérieure, article R. 632-22, until 2022.
 */
export function quorumOf(seats: readonly Seat[], rule: QuorumRule): Quorum {
  const here = seats.filter(({ attendance }) => attendance === 'PRESENT');
  const recused = seats.filter(({ attendance }) => attendance === 'RECUSED').length;
  const entitled = seats.length - recused;
  const needed = Math.max(1, rule.fewest, shareOf(entitled, rule));
  const holding = (office: Seat['office']) => here.find((seat) => seat.office === office)?.member;
  return {
    ...{ entitled, present: here.length, recused, needed },
    missing: Math.max(0, needed - here.length),
    reached: here.length >= needed,
    presiding: holding('CHAIR') ?? holding('DEPUTY') ?? null,
  };
}

function shareOf(entitled: number, { share, strictly = false }: QuorumRule): number {
  const due = new Fraction(share).mul(entitled);
  return Number((strictly ? due.floor().add(1) : due.ceil()).valueOf());
}

/** Whether someone may speak, move and vote on the item. */
export const takesPart = (seats: readonly Seat[], member: string): boolean =>
  seats.some((seat) => seat.member === member && seat.attendance === 'PRESENT');
