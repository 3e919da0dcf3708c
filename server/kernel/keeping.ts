import type { EvidenceKind } from './kinds.ts';
import type { Scanner } from './scan.ts';
import type { Store } from './store.ts';

/** How files that people send as evidence are kept. */
export interface Keeping {
  readonly store: Store;
  /** Null: nothing looks for viruses, and screens say so. */
  readonly scanner: Scanner | null;
  /** How many days each kind is kept; a kind kept for 0 days is not taken. */
  readonly days: Readonly<Record<EvidenceKind, number>>;
  /** The folder in which files are received before they are looked at. */
  readonly incoming: string;
}
