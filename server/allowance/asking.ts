import type { Refusal } from '../kernel/errors.ts';
import type { Balance } from './allowance.ts';
import type { Visitor } from './visitor.ts';

/** One request of the published world, from who asks to what it took. Filled in as it goes. */
export interface Asking {
  readonly visitor: Visitor;
  readonly now: Date;
  /** Whether only the cost is asked for: then nothing runs and nothing is spent. */
  costOnly: boolean;
  /** Whether the answer says in its body what it cost: then it is for whoever asked alone. */
  costTold: boolean;
  operation: string | null;
  cost: number;
  balance: Balance | null;
  /** The payment, once it was asked for: why it was refused, or null. */
  paid: Promise<Refusal | null> | null;
  refused: boolean;
}
