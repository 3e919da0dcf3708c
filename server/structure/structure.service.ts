import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { matching } from '../kernel/page.ts';
import { territoryOf } from '../territory/territory.service.ts';
import { StructureAlias } from './alias.ts';
import { mismatchOf } from './mismatch.ts';
import type { StructureInput } from './structure.input.ts';
import { compact, isSiren, isSiret } from './structure.rules.ts';
import { Structure } from './structure.ts';

export async function createStructure(em: EntityManager, input: StructureInput): Promise<Structure> {
  const kept = await checked(em, input, null);
  const structure = em.create(Structure, { ...kept, ...located(kept, kept.parent ?? null) } as never);
  await em.flush();
  return structure;
}

export function updateStructure(
  em: EntityManager,
  id: string,
  version: number,
  input: StructureInput,
): Promise<Structure> {
  return em.transactional(async (em) => {
    // Two structures at once could each become a site of the other: no single row arbitrates that.
    if (input.parentId) await em.execute(`select pg_advisory_xact_lock(hashtext('structure.parent'))`);
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
    const structure = await em.findOneOrFail(Structure, { id }, lock);
    em.assign(structure, (await checked(em, input, structure)) as never);
    return structure;
  });
}

/** Removes a structure that nothing refers to: the foreign keys arbitrate. */
export async function removeStructure(em: EntityManager, id: string): Promise<boolean> {
  const structure = await em.findOne(Structure, { id });
  if (!structure) throw new Refusal('NOT_FOUND');
  await em.remove(structure).flush();
  return true;
}

/** What is about to be stored of a structure. */
type Kept = Partial<Omit<Structure, 'parent'>> & { readonly parent?: Structure | null };

/**
 * What is stored of an input: numbers compacted and checked, the parent found and outside the structure itself, the
 * SIREN not that of another organisation. A field left out stays as it is.
 */
async function checked(em: EntityManager, input: StructureInput, stored: Structure | null): Promise<Kept> {
  const { parentId, ...said } = input;
  const siren = said.siren ? compact(said.siren) : said.siren;
  const siret = said.siret ? compact(said.siret) : said.siret;
  if ((siren && !isSiren(siren)) || (siret && !isSiret(siret))) throw new Refusal('SIREN_INVALID');
  await refuseAlias(em, said.reference, stored);
  const fields = Object.entries({ ...said, siren, siret }).filter(([, value]) => value !== undefined);
  const kept = Object.fromEntries(fields) as Kept;
  const parent = parentId ? await em.findOne(Structure, { id: parentId }) : null;
  if (parentId && !parent) throw new Refusal('NOT_FOUND', { parentId });
  if (stored && parent && (stored === parent || (await isAbove(stored, parent)))) throw new Refusal('STRUCTURE_CYCLE');
  const isSite = parentId === undefined ? Boolean(stored?.parent) : parent !== null;
  refuseForeignSiren({ ...identityOf(stored), ...kept, isSite });
  return parentId === undefined ? kept : { ...kept, parent };
}

const identityOf = (stored: Structure | null): Partial<Structure> =>
  stored ? { name: stored.name, kind: stored.kind, siren: stored.siren, inseeCode: stored.inseeCode } : {};

/** Refuses a SIREN that is certainly another organisation's; what only looks odd is a warning of the form. */
function refuseForeignSiren(said: Parameters<typeof mismatchOf>[0]): void {
  const mismatch = mismatchOf(said);
  if (!mismatch?.certain) return;
  const { bodyName, kind, code } = mismatch.owner;
  throw new Refusal('SIREN_OF_ANOTHER', { field: 'siren', name: bodyName, kind, code });
}

/** The reference of a structure that was merged away still leads to the other: it is never given again. */
async function refuseAlias(em: EntityManager, reference: string, stored: Structure | null): Promise<void> {
  const alias = stored?.reference === reference ? null : await em.findOne(StructureAlias, { reference });
  if (alias) throw new Refusal('STRUCTURE_EXISTS', { field: 'reference' });
}

/** Where a structure lies. */
export type Place = Pick<Structure, 'departmentCode' | 'regionCode'>;

/**
 * Where a new structure lies, when that was left out: what its commune says, then what its body says. A population is
 * never taken over: that of a site is not that of its body.
 */
export function located(said: Partial<Place & Pick<Structure, 'inseeCode'>>, body: Place | null): Place {
  const known = [territoryOf(StructureKind.COMMUNE, said.inseeCode), body];
  return {
    departmentCode: said.departmentCode ?? known.find((each) => each?.departmentCode)?.departmentCode ?? null,
    regionCode: said.regionCode ?? known.find((each) => each?.regionCode)?.regionCode ?? null,
  };
}

/** Whether a structure is above another: its body, the body of its body, and so on. */
export async function isAbove(top: Structure, structure: Structure): Promise<boolean> {
  let above = await structure.parent?.loadOrFail();
  while (above && above !== top) above = await above.parent?.loadOrFail();
  return above === top;
}

/** The structure that one merged into: under an identifier it once had, one finds it again. Null when there is none. */
export async function mergedInto(em: EntityManager, formerId: string): Promise<string | null> {
  const alias = await em.findOne(StructureAlias, { formerId });
  return alias?.structure.id ?? null;
}

/** The structures that these identifiers lead to: of those merged away, the ones they were merged into. */
export async function survivorsOf(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const aliases = await em.find(StructureAlias, { formerId: { $in: [...ids] } });
  return ids.map((id) => aliases.find(({ formerId }) => formerId === id)?.structure.id ?? id);
}

/** The structures that have, or once had, these references; each under the one that was asked for. */
export async function structuresByReference(
  em: EntityManager,
  references: readonly string[],
): Promise<Map<string, Structure>> {
  const [found, aliases] = await Promise.all([
    em.find(Structure, { reference: { $in: [...references] } }),
    em.find(StructureAlias, { reference: { $in: [...references] } }, { populate: ['structure'] }),
  ]);
  return new Map([
    ...aliases.map(({ reference, structure }) => [reference, structure.getEntity()] as const),
    ...found.map((structure) => [structure.reference, structure] as const),
  ]);
}

/** By reference of a structure merged since, that of the structure it was merged into: files go on naming the old one. */
export async function formerReferences(em: EntityManager): Promise<ReadonlyMap<string, string>> {
  const aliases = await em.find(StructureAlias, {}, { populate: ['structure'] });
  return new Map(aliases.map(({ reference, structure }) => [reference, structure.getEntity().reference]));
}

/** The structures whose former reference or name contains what is looked for. */
export async function formerlyCalled(em: EntityManager, q: string | null | undefined): Promise<string[]> {
  if (!q?.trim()) return [];
  const aliases = await em.find(StructureAlias, matching(q, 'reference', 'name', 'siren'), { limit: 100 });
  return aliases.map(({ structure }) => structure.id);
}

/** The whole of a body: the highest above a structure, and everything below that one. Identifiers only. */
export async function familyOf(em: EntityManager, id: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `with recursive up as (
       select id, parent_id from structure where id = ?
       union select s.id, s.parent_id from structure s join up on s.id = up.parent_id),
     down as (
       select id from up where parent_id is null
       union select s.id from structure s join down on s.parent_id = down.id)
     select id from down limit ${LARGEST_FAMILY}`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** More sites than any body has today; a tree of more would not be read. */
const LARGEST_FAMILY = 1000;
