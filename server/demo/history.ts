import { readFile } from 'node:fs/promises';
import type { CategoryInput } from '../edition/category.input.ts';
import type { FigureInput } from '../edition/edition.input.ts';
import type { StructureInput } from '../structure/structure.input.ts';
import type { PalmaresEntry } from '../trophy/trophy.service.ts';

/** A structure of a past palmarès: what its sources say of it. */
export type PastStructure = Omit<StructureInput, 'parentId'> & { readonly parent?: PastStructure };

/** One edition before those that are simulated, as public sources tell it. */
export interface PastEdition {
  readonly ordinal: number;
  readonly year: number;
  readonly label: string;
  readonly ceremony: Ceremony | null;
  readonly registration: Period | null;
  readonly notes: readonly string[];
  readonly sources: string[];
  readonly figures: FigureInput[];
  readonly palmares: readonly (PalmaresEntry & { readonly of: PastStructure })[];
}

/** One simulated edition, as staff would configure it. */
export interface EditionFile {
  readonly ordinal: number;
  readonly year: number;
  readonly label: string;
  readonly registration: Period | null;
  readonly fieldwork: Period;
  readonly answersUntil: string;
  readonly ceremony: Ceremony;
  readonly sources: string[];
  readonly note: string;
  readonly categories: CategoryInput[];
  readonly trophies: readonly { category: string; laureates: string[]; pointRemarquable: string }[];
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Ceremony {
  readonly on: string | null;
  readonly place: string | null;
  readonly event: string | null;
}

interface HistoryFile {
  readonly editions: readonly Omit<PastEdition, 'palmares'>[];
  readonly palmares: readonly (Omit<PalmaresEntry, 'structure'> & { year: number; structure: PastStructure })[];
  readonly categories: readonly { readonly code: string; readonly label: string }[];
}

/** A file of the demonstration, as it lies beside this one. */
export const demoFile = (name: string): Promise<Buffer> => readFile(new URL(name, import.meta.url));

export const demoJson = async <T>(name: string): Promise<T> => JSON.parse((await demoFile(name)).toString('utf8')) as T;

/** The editions public sources tell, each with its palmarès, and the names of their categories. */
export async function readHistory(): Promise<{ editions: PastEdition[]; labels: ReadonlyMap<string, string> }> {
  const file = await demoJson<HistoryFile>('history.json');
  const editions = file.editions.map((edition) => ({
    ...edition,
    palmares: file.palmares
      .filter(({ year }) => year === edition.year)
      .map(({ structure, ...entry }) => ({ ...entry, structure: structure.reference, of: structure })),
  }));
  return { editions, labels: new Map(file.categories.map(({ code, label }) => [code, label])) };
}
