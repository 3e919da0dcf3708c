import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Content } from '../../../server/collect/content.rules.ts';
import type { ControlQuestion, OwnBriefing, OwnQuality, Receipt, Work } from '../net/field.graphql.ts';

/** Who is signed in on this device. */
export interface Me {
  readonly id: string;
  readonly name: string;
}

/** The briefings of the editions one tests in, by edition. */
export type Briefings = Readonly<Record<string, OwnBriefing>>;

/** How one's own work stands, by edition. */
export type Qualities = Readonly<Record<string, OwnQuality>>;

/** What was typed in a test on another device, or here before something else was taken. */
export interface OtherText {
  readonly content: Content;
  readonly device: string;
  readonly savedAt: string;
}

/** What was typed in one test, as this device has it. */
export interface LocalDraft {
  readonly assignmentId: string;
  readonly accountId: string;
  readonly content: Content;
  /** The structure, and the version of the grid it is filled in on: the test may be taken away meanwhile. */
  readonly name: string;
  readonly gridId: string;
  /** The revision of the server it follows; 0 while the server has none. */
  readonly revision: number;
  /** Whether the server does not have it yet. */
  readonly dirty: boolean;
  /** What another device wrote meanwhile, and its revision: nothing goes on before someone says which one does. */
  readonly rival: (OtherText & { readonly revision: number }) | null;
  /** Digests of what this device sent since it last had an answer: what comes back from there is then its own. */
  readonly tried?: readonly string[];
  /** What was not taken: it stays. */
  readonly others: readonly OtherText[];
}

/** A test on its way to the server. */
export interface Sending {
  readonly key: string;
  readonly accountId: string;
  readonly assignmentId: string;
  readonly gridId: string;
  /** The structure. */
  readonly name: string;
  readonly content: Content;
  readonly createdAt: string;
  /** What the server said of it; null while it waits. */
  readonly receipt: Receipt | null;
  /** Why the server would not even take it; null otherwise. It stays here. */
  readonly refusal: string | null;
}

/** A file that shows what was seen, on its way to the server. */
export interface Exhibit {
  readonly key: string;
  readonly accountId: string;
  readonly assignmentId: string;
  readonly criterion: string | null;
  readonly kind: 'PHOTO' | 'DOCUMENT' | 'MESSAGE';
  readonly name: string;
  readonly file: Blob;
  /** Once it is, the device keeps its name alone. */
  readonly sent: boolean;
  readonly refusal: string | null;
  /** Why the server could not take it the last time; it is sent again. */
  readonly waits?: string;
}

/** What was answered to a question of whoever controls, on its way to the server. */
export interface Reply {
  readonly questionId: string;
  readonly accountId: string;
  readonly text: string;
  readonly createdAt: string;
  readonly sent: boolean;
  /** Why the server would not take it; null otherwise. It stays here. */
  readonly refusal: string | null;
}

/** What the device was last told by the server, whole. */
export interface Kept {
  readonly me: Me | null;
  readonly work: Work | null;
  readonly briefings?: Briefings;
  readonly qualities?: Qualities;
  readonly questions?: readonly ControlQuestion[];
}

interface Terrain extends DBSchema {
  kept: { key: string; value: Kept };
  /** One a test and a person: two people may share a device. */
  draft: { key: [string, string]; value: LocalDraft };
  sending: { key: string; value: Sending };
  exhibit: { key: string; value: Exhibit };
  reply: { key: string; value: Reply };
}

let opened: Promise<IDBPDatabase<Terrain>> | null = null;

/** The memory of this device: it outlives the page, the browser and the network. */
export const memory = (): Promise<IDBPDatabase<Terrain>> =>
  (opened ??= openDB<Terrain>('terrain', 2, {
    upgrade(db, before) {
      db.createObjectStore('reply', { keyPath: 'questionId' });
      if (before > 0) return;
      db.createObjectStore('kept');
      db.createObjectStore('draft', { keyPath: ['accountId', 'assignmentId'] });
      db.createObjectStore('sending', { keyPath: 'key' });
      db.createObjectStore('exhibit', { keyPath: 'key' });
    },
    // A page of the next version waits for this one to let go: it opens anew at its next need.
    blocking() {
      void opened?.then((db) => db.close());
      opened = null;
    },
  }));
