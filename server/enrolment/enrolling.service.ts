import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import { Contact } from './contact.ts';
import type { EnrolmentInput } from './enrolment.input.ts';
import { certificationsIn } from './enrolment.rules.ts';
import { Enrolment } from './enrolment.ts';
import { placesIn } from './placement.service.ts';
import { type EnrolGroup, EnrolVerdict, type StructureSelection, selected } from './selection.ts';

/** A structure that would be enrolled, with what its enrolment would freeze and whom an invitation would reach. */
export interface Candidate {
  readonly structure: Structure;
  readonly category: Category;
  readonly categoryMotive: string | null;
  readonly contact: Contact | null;
}

interface Judged {
  readonly structure: Structure;
  readonly verdict: EnrolVerdict;
  readonly candidate: Candidate | null;
}

const SHOWN = 50;

/** What would become of each of the selected structures. `invite` asks for an address too. Writes nothing. */
export async function enrolGroups(
  em: EntityManager,
  editionId: string,
  selection: StructureSelection,
  invite: boolean,
): Promise<EnrolGroup[]> {
  const judged = Map.groupBy(await judge(em, editionId, selection, invite), ({ verdict }) => verdict);
  return Object.values(EnrolVerdict).map((verdict) => {
    const structures = (judged.get(verdict) ?? []).map(({ structure }) => structure);
    return { verdict, count: structures.length, structures: structures.slice(0, SHOWN) };
  });
}

/**
 * Those of the selection that would be enrolled, in an edition held in its phase. Refused with SELECTION_MOVED when
 * they are no longer as many as the person was told.
 */
export async function candidatesIn(
  em: EntityManager,
  editionId: string,
  selection: StructureSelection,
  { invite, expected }: { readonly invite: boolean; readonly expected: number },
): Promise<{ edition: Edition; candidates: Candidate[] }> {
  const edition = await editionGranting(em, editionId, 'ENROL', 'ENROLMENT_CLOSED', LockMode.PESSIMISTIC_READ);
  const judged = await judge(em, editionId, selection, invite);
  const candidates = judged.flatMap(({ candidate }) => candidate ?? []);
  if (candidates.length !== expected) throw new Refusal('SELECTION_MOVED', { expected, found: candidates.length });
  return { edition, candidates };
}

/** Enrols every selected structure that can be, in one act; those that cannot stay out. Answers how many were. */
export function enrolSelection(
  em: EntityManager,
  editionId: string,
  selection: StructureSelection,
  expected: number,
  { certifications = [], ...input }: EnrolmentInput,
): Promise<number> {
  return em.transactional(async (em) => {
    const { edition, candidates } = await candidatesIn(em, editionId, selection, { invite: false, expected });
    for (const { structure, category, categoryMotive } of candidates) {
      const { population, populationYear } = structure;
      const frozen = { category, categoryMotive, population, populationYear };
      em.create(Enrolment, {
        ...{ edition, structure, ...frozen, ...input },
        certifications: certificationsIn(certifications),
      });
    }
    return candidates.length;
  });
}

async function judge(
  em: EntityManager,
  editionId: string,
  selection: StructureSelection,
  invite: boolean,
): Promise<Judged[]> {
  const structures = await em.find(Structure, selected(selection), { orderBy: { name: 'asc', id: 'asc' } });
  const enrolled: { id: string }[] = await em.execute('select structure_id as id from enrolment where edition_id = ?', [
    editionId,
  ]);
  const taken = new Set(enrolled.map(({ id }) => id));
  const placeOf = await placesIn(em, editionId);
  const contacts = invite ? await addressesOf(em, structures) : new Map<string, Contact>();
  return structures.map((structure): Judged => {
    const { category, categoryMotive, claims } = placeOf(structure);
    const contact = contacts.get(structure.id) ?? null;
    const several = claims.length > 1 ? EnrolVerdict.SEVERAL_CATEGORIES : EnrolVerdict.NO_CATEGORY;
    if (taken.has(structure.id)) return { structure, verdict: EnrolVerdict.ENROLLED, candidate: null };
    if (!category) return { structure, verdict: several, candidate: null };
    if (invite && !contact) return { structure, verdict: EnrolVerdict.NO_ADDRESS, candidate: null };
    const candidate = { structure, category, categoryMotive, contact };
    return { structure, verdict: EnrolVerdict.NEW, candidate };
  });
}

/** The contact that is written to: of those with an address, the one recorded first. */
async function addressesOf(em: EntityManager, structures: readonly Structure[]): Promise<Map<string, Contact>> {
  const ids = structures.map(({ id }) => id);
  const reachable = { structure: { $in: ids }, email: { $ne: null } };
  const contacts = await em.find(Contact, reachable, { orderBy: { createdAt: 'desc', id: 'desc' } });
  return new Map(contacts.map((contact) => [contact.structure.id, contact]));
}
