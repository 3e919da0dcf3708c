import { keyOf } from '../territory/territory.rules.ts';

/** What two structures are compared by. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly inseeCode: string | null;
  readonly departmentCode: string | null;
  readonly parentId: string | null;
}

/** Why two structures may be one. */
export type Likeness = 'SAME_SIREN' | 'SAME_SIRET' | 'SAME_INSEE_CODE' | 'ALIKE_NAME';

/** Words that many names have: they tell nothing apart. */
const common = new Set(
  `ville mairie commune hotel maison centre service services espace antenne point accueil france social sociale
   sociaux solidarite solidarites communal intercommunal action ccas cias communaute communes agglomeration urbaine cc ca cu
   metropole departement departemental departementale conseil region regional regionale collectivite territoriale
   de du des d la le les l et en au aux a st saint ste sainte`.split(/\s+/),
);

/** From which share of common trigrams on two names are alike: one letter in ten, a plural, a missing word. */
const ALIKE = 0.6;

/** What tells a name apart: its words but for the common ones, or all of them when it has no other. */
export function tellingOf(name: string): string {
  const all = keyOf(name).split(' ');
  const telling = all.filter((word) => !common.has(word));
  return (telling.length > 0 ? telling : all).join(' ');
}

/** The groups of three letters of a text, its words set off by two spaces before and one after, as pg_trgm counts. */
export function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of text.split(' ').filter(Boolean)) {
    const spaced = `  ${word} `;
    for (let i = 0; i + 3 <= spaced.length; i++) trigrams.add(spaced.slice(i, i + 3));
  }
  return trigrams;
}

/** A name, ready to be compared. */
interface Name {
  readonly trigrams: ReadonlySet<string>;
  readonly figures: string;
}
const nameOf = (name: string): Name => {
  const telling = tellingOf(name);
  return { trigrams: trigramsOf(telling), figures: (telling.match(/\d+/g) ?? []).join(' ') };
};

/** The share of trigrams two names have in common, 0 to 1. Names whose figures differ have nothing in common. */
export const likenessOf = (a: string, b: string): number => shareOf(nameOf(a), nameOf(b));

function shareOf(a: Name, b: Name): number {
  if (a.figures !== b.figures) return 0;
  const [less, more] = a.trigrams.size < b.trigrams.size ? [a.trigrams, b.trigrams] : [b.trigrams, a.trigrams];
  const shared = [...less].filter((trigram) => more.has(trigram)).length;
  return more.size === 0 ? 0 : shared / (less.size + more.size - shared);
}

/** Why two structures may be one; empty when nothing says so, or when their numbers say that they are two. */
export const likenessesOf = (a: Compared, b: Compared): Likeness[] =>
  reasonsOf(a, b, () => likenessOf(a.name, b.name) >= ALIKE);

function reasonsOf(a: Compared, b: Compared, alike: () => boolean): Likeness[] {
  const related = a.parentId === b.id || b.parentId === a.id;
  const siblings = a.parentId !== null && a.parentId === b.parentId;
  const same = (field: 'siren' | 'siret' | 'inseeCode') => a[field] !== null && a[field] === b[field];
  const reasons: Likeness[] = [];
  if (same('siren') && !related && !siblings) reasons.push('SAME_SIREN');
  if (same('siret')) reasons.push('SAME_SIRET');
  if (same('inseeCode') && a.kind === b.kind && a.kind === 'COMMUNE' && !related && !siblings)
    reasons.push('SAME_INSEE_CODE');
  const told = reasons.length === 0 && apart(a, b, related);
  if (!told && sameKind(a, b) && samePlace(a, b) && alike()) reasons.push('ALIKE_NAME');
  return reasons;
}

/** A body and its site, or two bodies whose numbers differ, are two, however alike their names. */
const apart = (a: Compared, b: Compared, related: boolean): boolean =>
  related ||
  (a.siret !== null && b.siret !== null) ||
  (a.siren !== null && b.siren !== null && a.siren !== b.siren) ||
  (a.kind === 'COMMUNE' && a.inseeCode !== null && b.inseeCode !== null && a.inseeCode !== b.inseeCode);

const sameKind = (a: Compared, b: Compared): boolean => a.kind === null || b.kind === null || a.kind === b.kind;

/** Where nothing is known of one of them, they may be at the same place. */
const samePlace = (a: Compared, b: Compared): boolean =>
  a.departmentCode === null || b.departmentCode === null || a.departmentCode === b.departmentCode;

/** Two structures that may be one, and why. */
export interface Pair<T extends Compared> {
  readonly one: T;
  readonly other: T;
  readonly reasons: readonly Likeness[];
}

/** All pairs of a register that may be one, the surest first. */
export function pairsIn<T extends Compared>(all: readonly T[]): Pair<T>[] {
  const names = new Map(all.map((each) => [each, nameOf(each.name)]));
  const pairs = new Map<string, Pair<T>>();
  for (const group of [...sharingNumbers(all), ...sharingLetters(names)])
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const [one, other] = a.id < b.id ? [a, b] : [b, a];
        const key = `${one.id} ${other.id}`;
        const reasons = reasonsOf(one, other, () => shareOf(names.get(one) as Name, names.get(other) as Name) >= ALIKE);
        if (reasons.length > 0 && !pairs.has(key)) pairs.set(key, { one, other, reasons });
      }
  return [...pairs.values()].sort((a, b) => sureness(b) - sureness(a) || a.one.name.localeCompare(b.one.name, 'fr'));
}

const sureness = ({ reasons }: { readonly reasons: readonly Likeness[] }): number =>
  reasons.reduce((sum, reason) => sum + { SAME_SIRET: 8, SAME_SIREN: 4, SAME_INSEE_CODE: 4, ALIKE_NAME: 1 }[reason], 0);

const sharingNumbers = <T extends Compared>(all: readonly T[]): T[][] =>
  (['siren', 'siret', 'inseeCode'] as const).flatMap((field) =>
    several(
      Map.groupBy(
        all.filter((each) => each[field] !== null && (field !== 'inseeCode' || each.kind === 'COMMUNE')),
        (each) => each[field],
      ),
    ),
  );

/**
 * Names that may be alike, without comparing each with each: two sets that share 6 trigrams in 10 have one in common
 * among the rarest 5 in 10 of either ("prefix filtering": Chaudhuri, Ganti and Kaushik, 2006). None is missed.
 */
function sharingLetters<T extends Compared>(names: ReadonlyMap<T, Name>): T[][] {
  const counts = new Map<string, number>();
  for (const { trigrams } of names.values())
    for (const trigram of trigrams) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  const groups = new Map<string, T[]>();
  for (const [each, { trigrams }] of names) {
    const rarest = [...trigrams].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
    for (const trigram of rarest.slice(0, trigrams.size - Math.ceil(ALIKE * trigrams.size) + 1)) {
      const key = `${each.kind} ${trigram}`;
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    }
  }
  return several(groups).flatMap(byPlace);
}

/** Those of one département, and with them those of whom none is known. */
function byPlace<T extends Compared>(group: readonly T[]): T[][] {
  const places = Map.groupBy(group, ({ departmentCode }) => departmentCode);
  const nowhere = places.get(null) ?? [];
  places.delete(null);
  return places.size === 0 ? [nowhere] : [...places.values()].map((there) => [...there, ...nowhere]);
}

const several = <T>(groups: ReadonlyMap<unknown, T[]>): T[][] =>
  [...groups.values()].filter(({ length }) => length > 1);
