/** What someone says of one passage so far; nothing yet when its treatment is null. */
export interface SaidOne {
  readonly treatment: 'KEEP' | 'MASK' | null;
  readonly motive: string;
}

/** By what stands there. */
export type Said = Readonly<Record<string, SaidOne>>;

interface Passage {
  readonly text: string;
  readonly treatment: 'KEEP' | 'MASK' | null;
  readonly motive: string | null;
}

/** What was decided before, to begin with. */
export const saidOfPassages = (passages: readonly Passage[]): Said =>
  Object.fromEntries(passages.map(({ text, treatment, motive }) => [text, { treatment, motive: motive ?? '' }]));

/** The same, with those of which nothing is said masked. */
export const maskedOpen = (passages: readonly Passage[], said: Said): Said =>
  Object.fromEntries(
    passages.map(({ text }) => [text, said[text]?.treatment ? said[text] : { treatment: 'MASK', motive: '' }]),
  );

/** What is sent: the passages of which something else is said than was decided. */
export const decisionsOf = (passages: readonly Passage[], said: Said) =>
  passages.flatMap(({ text, ...before }) => {
    const { treatment = null, motive = '' } = said[text] ?? {};
    const why = treatment === 'KEEP' ? motive.trim() : '';
    if (!treatment || (treatment === before.treatment && why === (before.motive ?? ''))) return [];
    return [{ text, treatment, motive: why || null }];
  });

/** Whether each passage that is kept has its reason. */
export const complete = (decisions: ReturnType<typeof decisionsOf>): boolean =>
  decisions.every(({ treatment, motive }) => treatment === 'MASK' || motive !== null);
