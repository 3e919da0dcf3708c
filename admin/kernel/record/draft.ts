type Values = Readonly<Record<string, unknown>>;

/** What someone typed and has not saved: kept in their browser, for them alone. */
export interface Draft {
  /** When the last key was pressed, as an instant. */
  readonly at: string;
  /** The fields that were changed, as they were read and as they were typed. */
  readonly was: Values;
  readonly typed: Values;
}

const PREFIX = 'barometre.draft.';
const KEPT_MS = 7 * 86_400_000;

/** Where the draft of one form of one person is kept. */
export const draftKey = (person: string, resource: string, record: unknown): string =>
  `${PREFIX}${person}.${resource}.${record ?? 'new'}`;

/** The draft that was left there; none when there is none, when it is too old, or cannot be read. */
export function draftAt(key: string, now: Date, store: Storage = localStorage): Draft | null {
  try {
    const draft = JSON.parse(store.getItem(key) ?? 'null') as Draft | null;
    if (draft && now.getTime() - new Date(draft.at).getTime() < KEPT_MS) return draft;
  } catch {
    // what cannot be read is not worth keeping
  }
  store.removeItem(key);
  return null;
}

/** Keeps what was typed, if anything was. A full or closed store loses the draft, never the page. */
export function keepDraft(key: string, draft: Draft, store: Storage = localStorage): void {
  if (Object.keys(draft.typed).length === 0) return;
  try {
    store.setItem(key, JSON.stringify(draft));
  } catch {
    // private windows have no room
  }
}

export const forgetDraft = (key: string, store: Storage = localStorage): void => store.removeItem(key);

/** The fields that differ from those that were read, on both sides. */
export function typedOf(read: Values, values: Values, dirty: Values): Pick<Draft, 'was' | 'typed'> {
  const names = Object.keys(dirty).filter((name) => dirty[name] && read[name] !== values[name]);
  const of = (from: Values) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { was: of(read), typed: of(values) };
}
