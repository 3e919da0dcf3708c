import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { StructureInput } from './structure.input.ts';
import { compact, isSiren, isSiret } from './structure.rules.ts';
import { Structure } from './structure.ts';

export async function createStructure(em: EntityManager, input: StructureInput): Promise<Structure> {
  const structure = em.create(Structure, (await checked(em, input, null)) as never);
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
    em.assign(structure, (await checked(em, input, id)) as never);
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

/**
 * What is stored of an input: numbers compacted and checked, the parent found and outside the structure itself. A field
 * left out stays as it is.
 */
async function checked(em: EntityManager, { parentId, ...input }: StructureInput, id: string | null): Promise<object> {
  const siren = input.siren ? compact(input.siren) : input.siren;
  const siret = input.siret ? compact(input.siret) : input.siret;
  if ((siren && !isSiren(siren)) || (siret && !isSiret(siret))) throw new Refusal('SIREN_INVALID');
  const fields = Object.entries({ ...input, siren, siret }).filter(([, value]) => value !== undefined);
  const kept = Object.fromEntries(fields);
  if (parentId === undefined) return kept;
  const parent = parentId ? await em.findOne(Structure, { id: parentId }) : null;
  if (parentId && !parent) throw new Refusal('NOT_FOUND', { parentId });
  if (id && parent) await refuseCycle(id, parent);
  return { ...kept, parent };
}

async function refuseCycle(id: string, parent: Structure): Promise<void> {
  for (let above: Structure | null = parent; above; above = above.parent ? await above.parent.loadOrFail() : null)
    if (above.id === id) throw new Refusal('STRUCTURE_CYCLE');
}
