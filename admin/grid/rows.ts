import type { Channel, Criterion, Grid, Step } from './grid.graphql.ts';

/** One line of the tree. The identifier of a step is within its channel: "channel step". */
export type Row =
  | { readonly kind: 'channel'; readonly id: string; readonly channel: Channel; readonly count: number }
  | {
      readonly kind: 'step';
      readonly id: string;
      readonly channel: Channel;
      readonly step: Step;
      readonly count: number;
    }
  | {
      readonly kind: 'criterion';
      readonly id: string;
      readonly channel: Channel;
      readonly step: Step;
      readonly criterion: Criterion;
    };

/** What is looked for; an empty word asks for nothing. */
export interface Filters {
  readonly q: string;
  readonly channel: string;
  readonly step: string;
  readonly kind: string;
  /** "code release" of a frame. */
  readonly frame: string;
  /** Bonus, with a threshold, without guidance, weighing nothing, conditional. */
  readonly only: string;
}

export const noFilters: Filters = { q: '', channel: '', step: '', kind: '', frame: '', only: '' };

export const isFiltering = (filters: Filters): boolean => Object.values(filters).some((word) => word !== '');

/** The lines of a grid in the order they are read; what is folded, or does not match, is left out. */
export function rowsOf(grid: Grid, folded: ReadonlySet<string>, filters: Filters): Row[] {
  const filtering = isFiltering(filters);
  return grid.channels.flatMap((channel): Row[] => {
    const found = channel.criteria.filter((criterion) => matches(criterion, channel, filters));
    if (filtering && found.length === 0) return [];
    const head: Row = { kind: 'channel', id: channel.id, channel, count: found.length };
    if (folded.has(channel.id) && !filtering) return [head];
    return [head, ...grid.steps.flatMap((step) => stepRows(channel, step, found, folded, filtering))];
  });
}

function stepRows(
  channel: Channel,
  step: Step,
  found: readonly Criterion[],
  folded: ReadonlySet<string>,
  filtering: boolean,
): Row[] {
  const own = found.filter((criterion) => criterion.step.id === step.id);
  if (own.length === 0) return [];
  const id = `${channel.id} ${step.id}`;
  const head: Row = { kind: 'step', id, channel, step, count: own.length };
  if (folded.has(id) && !filtering) return [head];
  return [head, ...own.map((criterion): Row => ({ kind: 'criterion', id: criterion.id, channel, step, criterion }))];
}

function matches(criterion: Criterion, channel: Channel, { q, step, kind, frame, only, ...more }: Filters): boolean {
  const { label, code, guidance, clauses } = criterion;
  const words = plainWords(`${label} ${code} ${guidance ?? ''}`);
  return (
    plainWords(q)
      .split(' ')
      .every((word) => words.includes(word)) &&
    (more.channel === '' || channel.id === more.channel) &&
    (step === '' || criterion.step.id === step) &&
    (kind === '' || criterion.kind === kind) &&
    (frame === '' || clauses.some((clause) => frameKey(clause.frame) === frame)) &&
    (only === '' || marks[only]?.(criterion) === true)
  );
}

const marks: Readonly<Record<string, (criterion: Criterion) => boolean>> = {
  bonus: ({ bonus }) => bonus,
  threshold: ({ minimum }) => minimum !== null,
  unguided: ({ guidance }) => !guidance,
  weightless: ({ weight }) => Number(weight) === 0,
  conditional: ({ conditions }) => conditions.length > 0,
  frameless: ({ clauses }) => clauses.length === 0,
};
export const onlies = Object.keys(marks);

export const frameKey = ({ code, release }: { readonly code: string; readonly release: string }): string =>
  `${code} ${release}`;

/** Words without accents nor case, to be found however they are typed; of the same length as what they stand for. */
export const plainWords = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || ' ')
    .join('');

/** What a criterion was found by when its name does not say it: its guidance or its code. */
export function foundElsewhere({ label, guidance, code }: Criterion, q: string): string | null {
  const words = plainWords(q).split(' ').filter(Boolean);
  const has = (text: string) => words.every((word) => plainWords(text).includes(word));
  if (words.length === 0 || has(label)) return null;
  return guidance && words.some((word) => plainWords(guidance).includes(word)) ? guidance : code;
}

/** A text cut where the words that are looked for stand in it. */
export function highlighted(text: string, q: string): { readonly text: string; readonly found: boolean }[] {
  const [letters, plain] = [[...text.normalize('NFC')], [...plainWords(text)].join('')];
  const marked = letters.map(() => false);
  for (const word of plainWords(q).split(' ').filter(Boolean))
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + 1))
      marked.fill(true, at, at + word.length);
  const parts: { text: string; found: boolean }[] = [];
  for (const [i, letter] of letters.entries()) {
    const last = parts.at(-1);
    if (last && last.found === (marked[i] ?? false)) last.text += letter;
    else parts.push({ text: letter, found: marked[i] ?? false });
  }
  return parts;
}
