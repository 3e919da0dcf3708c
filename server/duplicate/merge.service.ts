import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import { actOf } from '../kernel/history.ts';
import { StructureAlias } from '../structure/alias.ts';
import { isAbove } from '../structure/structure.service.ts';
import { Structure } from '../structure/structure.ts';
import type { MergeClash, MergeMove, StructureMerge, StructureMerged } from './merge.ts';
import { clashesIn, linesOf, moveLines, type Reference, referencesToStructures } from './references.ts';

const fields = ['siren', 'siret', 'inseeCode', 'departmentCode', 'regionCode', 'population'] as const;

/** What merging one structure into another would do. */
export async function mergePreview(em: EntityManager, keepId: string, dropId: string): Promise<StructureMerge> {
  const { references: _, lines: __, ...preview } = await planned(em, keepId, dropId);
  return preview;
}

/**
 * Merges one structure into another: everything that refers to the first refers to the second from then on, what the
 * second has empty is filled, the first goes. Its reference is kept as an alias. One transaction, undone by its act.
 */
export function mergeStructures(
  em: EntityManager,
  keepId: string,
  dropId: string,
  hash: string,
): Promise<StructureMerged> {
  return em.transactional(async (em) => {
    // As a correction does: two structures at once could each become a site of the other.
    await em.execute(`select pg_advisory_xact_lock(hashtext('structure.parent'))`);
    await em.execute('select id from structure where id in (?, ?) order by id for update', [keepId, dropId]);
    const plan = await planned(em, keepId, dropId);
    if (plan.hash !== hash) throw new Refusal('MERGE_MOVED');
    if (plan.clashes.length > 0) throw new Refusal('MERGE_CLASH', { clashes: plan.clashes });
    for (const reference of plan.references) await moveLines(em, reference, keepId, dropId);
    await fill(em, plan);
    return { structure: plan.keep, act: await actOf(em) };
  });
}

interface Plan extends StructureMerge {
  readonly references: readonly Reference[];
  /** By table, the identifiers of what moves. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

async function planned(em: EntityManager, keepId: string, dropId: string): Promise<Plan> {
  const [keep, drop] = await Promise.all([keepId, dropId].map((id) => em.findOne(Structure, { id })));
  if (!keep || !drop || keep === drop) throw new Refusal('NOT_FOUND');
  if (keep.fictional !== drop.fictional) throw new Refusal('MERGE_FICTION');
  if (await isAbove(drop, keep)) throw new Refusal('STRUCTURE_CYCLE');
  const references = await referencesToStructures(em);
  const moves: MergeMove[] = [];
  const clashes: MergeClash[] = [];
  const lines: Record<string, string[]> = {};
  for (const reference of references) {
    const moving = await linesOf(em, reference, dropId);
    if (moving.length > 0) moves.push({ noun: reference.noun, count: moving.length });
    if (moving.length > 0) lines[reference.table] = [...(lines[reference.table] ?? []), ...moving];
    const clashing = moving.length > 0 ? await clashesIn(em, reference, keepId, dropId) : [];
    if (clashing.length > 0)
      clashes.push({ noun: reference.noun, count: clashing.length, years: await yearsOf(em, clashing) });
  }
  const filled: string[] = fields.filter((field) => keep[field] === null && drop[field] !== null);
  // A population goes with its own year, never with that of another.
  if (filled.includes('population')) filled.push('populationYear');
  if (!keep.parent && drop.parent && !(await isAbove(keep, drop))) filled.push('parent');
  const lost = fields.filter((field) => keep[field] !== null && drop[field] !== null && keep[field] !== drop[field]);
  const found = { moves, clashes, filled, lost };
  const versions = [keep.id, keep.version, drop.id, drop.version];
  const hash = createHash('sha256')
    .update(JSON.stringify([versions, found, lines]))
    .digest('hex');
  return { keep, drop, ...found, hash, references, lines };
}

/** The years of the editions that lines of a table belong to. */
async function yearsOf(em: EntityManager, lines: readonly Record<string, unknown>[]): Promise<number[]> {
  const ids = lines.flatMap(({ edition_id: id }) => (typeof id === 'string' ? [id] : []));
  if (ids.length === 0) return [];
  const found = await em.execute<{ year: number }[]>(
    'select year from edition where id = any (?::uuid[]) order by year',
    [`{${ids.join()}}`],
  );
  return found.map(({ year }) => year);
}

/** The one that goes is gone before the other takes its numbers, which two cannot have at once. */
async function fill(em: EntityManager, { keep, drop, filled, lines }: Plan): Promise<void> {
  const { id, reference, name, siren } = drop;
  const taken = Object.fromEntries(filled.map((field) => [field, drop[field as keyof Structure]]));
  await em.nativeDelete(Structure, { id });
  em.getUnitOfWork().unsetIdentity(drop);
  em.create(StructureAlias, { structure: keep, formerId: id, reference, name, siren, moved: lines });
  em.assign(keep, taken as never);
  await em.flush();
}
