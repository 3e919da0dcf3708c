import { StructureKind } from '../kernel/kinds.ts';
import { type Known, territories } from './reference.ts';
import { found } from './territory.rules.ts';

let byCode: ReadonlyMap<string, Known> | null = null;
let bySiren: ReadonlyMap<string, Known> | null = null;

/** One territory, by its kind and code; a commune also by a code it had before. */
export function territoryOf(kind: StructureKind, code: string | null | undefined): Known | null {
  byCode ??= new Map(
    territories()
      .toReversed()
      .flatMap((each) => [
        ...each.formerCodes.map((former) => [`${each.kind} ${former}`, each] as const),
        [`${each.kind} ${each.code}`, each] as const,
      ]),
  );
  return (code && byCode.get(`${kind} ${code}`)) || null;
}

/** The name of the commune that something lies in; null where it is not known. */
export const townOf = ({ inseeCode }: { readonly inseeCode: string | null }): string | null =>
  territoryOf(StructureKind.COMMUNE, inseeCode)?.name ?? null;

/** The territory whose body has a SIREN; null when the reference does not know it. */
export function ownerOf(siren: string | null | undefined): Known | null {
  bySiren ??= new Map(territories().flatMap((each) => (each.siren ? [[each.siren, each]] : [])));
  return (siren && bySiren.get(siren)) || null;
}

export const departmentName = (code: string | null): string | null =>
  territoryOf(StructureKind.DEPARTMENT, code)?.name ?? null;

export const regionName = (code: string | null): string | null => territoryOf(StructureKind.REGION, code)?.name ?? null;

let inhabited: readonly Known[] | null = null;
let searched: readonly Known[] | null = null;

/** Those with inhabitants: neither Clipperton nor the southern lands. */
const peopled = (): readonly Known[] => (inhabited ??= territories().filter(({ population }) => population !== null));

/** Each once only: an overseas collectivity is a département and a region in one. */
const findable = (): readonly Known[] =>
  (searched ??= peopled().filter(
    ({ kind, code }) => kind !== StructureKind.REGION || territoryOf(StructureKind.DEPARTMENT, code)?.code.length !== 3,
  ));

/**
 * The territories that answer what someone typed, the best first. Nothing typed: all those of the kinds asked for, in
 * the order of their codes, as a list to choose from.
 */
export function searchTerritories(q: string, kinds: readonly StructureKind[] | null, first: number): Known[] {
  const typed = q.trim() !== '';
  const all = typed ? findable() : peopled();
  const asked = kinds === null ? all : all.filter(({ kind }) => kinds.includes(kind));
  if (typed) return found(asked, q, first);
  return asked.toSorted((a, b) => (a.code < b.code ? -1 : 1)).slice(0, first);
}
