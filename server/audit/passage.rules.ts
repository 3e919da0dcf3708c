import { knownOf } from '../privacy/known.rules.ts';
import { settledIn, type Treatment } from '../privacy/settled.rules.ts';
import type { Identifier } from '../privacy/span.rules.ts';
import type { Structure } from '../structure/structure.ts';
import type { Testimony } from './testimony.rules.ts';

/** Characters of the text that are shown on either side of a passage. */
const AROUND = 60;

/** What the words of an agency come to once it was decided what in them stays, and what of it nobody decided yet. */
export interface Guarded {
  readonly testimony: Testimony;
  /** All that may identify an agent, decided or not, with the text around it. */
  readonly passages: readonly (Identifier & { readonly excerpt: string })[];
}

/** The words of an agency through the guard that phones have: a structure's own names, and its town's, identify nobody. */
export function guarded(
  testimony: Testimony,
  structure: Pick<Structure, 'name'>,
  town: string | null,
  decided: ReadonlyMap<string, Treatment>,
): Guarded {
  const { verbatim } = testimony;
  if (!verbatim) return { testimony, passages: [] };
  const { text, passages } = settledIn(verbatim, knownOf(structure.name, town), decided);
  return {
    testimony: { ...testimony, verbatim: text },
    passages: passages.map((passage) => ({ ...passage, excerpt: excerptOf(verbatim, passage) })),
  };
}

function excerptOf(text: string, { start, end }: Identifier): string {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const said = text.slice(from, to).toWellFormed();
  return `${from > 0 ? '…' : ''}${said}${to < text.length ? '…' : ''}`;
}
