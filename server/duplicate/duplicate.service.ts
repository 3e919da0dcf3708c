import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import { compact } from '../structure/structure.rules.ts';
import { Structure } from '../structure/structure.ts';
import { StructureDistinction } from './distinction.ts';
import { type Compared, likenessesOf, pairsIn } from './duplicate.rules.ts';
import { type Duplicate, type DuplicatePage, DuplicateReason, type StructureDraft } from './duplicate.ts';

/** The most that is suggested beside a form. */
const MOST = 10;

/** The structures that one already in the register may be the same as, but for those people have told apart. */
export async function duplicatesOf(em: EntityManager, id: string): Promise<Duplicate[]> {
  const register = await registerOf(em);
  const it = register.find((each) => each.id === id);
  if (!it) throw new Refusal('NOT_FOUND');
  return suggested(em, it, register, await toldApart(em));
}

/** The structures that one being typed may be the same as. */
export async function duplicatesOfDraft(em: EntityManager, draft: StructureDraft): Promise<Duplicate[]> {
  const typed = (text: string | null | undefined) => text?.trim() || null;
  const it = {
    ...{ id: draft.id ?? '', name: typed(draft.name) ?? '', kind: draft.kind ?? null },
    ...{ siren: draft.siren ? compact(draft.siren) : null, siret: draft.siret ? compact(draft.siret) : null },
    ...{ inseeCode: typed(draft.inseeCode), departmentCode: typed(draft.departmentCode) },
    parentId: draft.parentId ?? null,
  };
  return suggested(em, it, await registerOf(em), await toldApart(em));
}

async function suggested(
  em: EntityManager,
  it: Compared,
  register: readonly Compared[],
  apart: ReadonlySet<string>,
): Promise<Duplicate[]> {
  const found = register
    .filter((each) => each.id !== it.id && !apart.has(pairOf(it.id, each.id)))
    .map((each) => ({ id: each.id, reasons: likenessesOf(it, each) }))
    .filter(({ reasons }) => reasons.length > 0)
    .slice(0, MOST);
  const structures = await em.find(Structure, { id: { $in: found.map(({ id }) => id) } });
  return found.flatMap(({ id, reasons }) => {
    const structure = structures.find((each) => each.id === id);
    return structure ? [{ structure, reasons: reasons.map((each) => DuplicateReason[each]) }] : [];
  });
}

/** One page of the pairs of the register that may be one, but for those people have told apart. */
export async function possibleDuplicates(em: EntityManager, page: number, perPage: number): Promise<DuplicatePage> {
  const apart = await toldApart(em);
  const pairs = pairsIn(await registerOf(em)).filter(({ one, other }) => !apart.has(pairOf(one.id, other.id)));
  const shown = pairs.slice((page - 1) * perPage, page * perPage);
  const ids = shown.flatMap(({ one, other }) => [one.id, other.id]);
  const structures = new Map((await em.find(Structure, { id: { $in: ids } })).map((each) => [each.id, each]));
  const items = shown.flatMap(({ one, other, reasons }) => {
    const [a, b] = [structures.get(one.id), structures.get(other.id)].sort(
      (a, b) => Number(a?.createdAt ?? 0) - Number(b?.createdAt ?? 0),
    );
    return a && b ? [{ one: a, other: b, reasons: reasons.map((each) => DuplicateReason[each]) }] : [];
  });
  return { items, total: pairs.length };
}

/** Says that two structures are two, or takes it back. */
export async function tellApart(em: EntityManager, ids: readonly [string, string], apart: boolean): Promise<boolean> {
  if (ids[0] === ids[1] || (await em.count(Structure, { id: { $in: [...ids] } })) !== 2) throw new Refusal('NOT_FOUND');
  const [one, other] = ids.toSorted().map((id) => em.getReference(Structure, id)) as [Structure, Structure];
  const told = await em.findOne(StructureDistinction, { one, other });
  if (apart && !told) em.create(StructureDistinction, { one, other });
  if (!apart && told) em.remove(told);
  await em.flush();
  return apart;
}

/** What every structure is compared by; not whole records, which 35,000 of would be too many. */
const registerOf = (em: EntityManager): Promise<Compared[]> =>
  em.execute(
    `select id, name, kind, siren, siret, insee_code as "inseeCode", department_code as "departmentCode",
       parent_id as "parentId" from structure order by id`,
  );

async function toldApart(em: EntityManager): Promise<ReadonlySet<string>> {
  const told = await em.find(StructureDistinction, {});
  return new Set(told.map(({ one, other }) => pairOf(one.id, other.id)));
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
