import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../delay/calendar.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import type { EditionInput } from '../edition/edition.input.ts';
import { grants } from '../edition/edition.rules.ts';
import { editionGranting, putOff, updateEdition } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Refusal } from '../kernel/errors.ts';
import type { StructureInput } from '../structure/structure.input.ts';
import { updateStructure } from '../structure/structure.service.ts';
import type { Structure } from '../structure/structure.ts';
import { rederiveDelays } from './delay.service.ts';
import { closingOf } from './event.rules.ts';

/** Sets the last day on which an answer counts, and derives every delay again; answers how many measurements changed. */
export function closeAnswers(
  em: EntityManager,
  editionId: string,
  on: Day | null,
  motive: string | null,
): Promise<number> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'CONTROL', 'CONTROL_CLOSED', LockMode.PESSIMISTIC_WRITE);
    if (on && edition.fieldworkFrom && on < edition.fieldworkFrom) throw new Refusal('EDITION_DATES_DISORDERED');
    putOff(em, edition, { answersUntil: on }, motive);
    edition.answersUntil = on;
    await em.flush();
    return rederiveDelays(em, edition);
  });
}

/**
 * Corrects what is said of an edition. When answers then close on another day, every delay is derived again at once,
 * so that no score ever rests on the delays of a day that no longer holds. Refused once tests are no longer decided.
 */
export function correctEdition(em: EntityManager, id: string, version: number, input: EditionInput): Promise<Edition> {
  return em.transactional(async (em) => {
    const before = await em.findOneOrFail(Edition, { id }, lock);
    const closing = closingOf(before);
    const edition = await updateEdition(em, id, version, input);
    if (closingOf(edition) === closing) return edition;
    const { phase } = edition;
    if (!grants(phase, 'CONFIGURE') && !grants(phase, 'CONTROL')) throw new Refusal('CLOSING_DAY_FIXED', { phase });
    await rederiveDelays(em, edition);
    return edition;
  });
}

/** Corrects what is said of a structure; its delays follow it, see `followingPlaces`. */
export const correctStructure = (
  em: EntityManager,
  id: string,
  version: number,
  input: StructureInput,
): Promise<Structure> => followingPlaces(em, (em) => updateStructure(em, id, version, input));

/**
 * Does something to the register. Where a structure then lies elsewhere than was thought, other clocks and holidays
 * hold: its delays are derived again at once, in every edition whose tests are still decided. In the others scores are
 * final.
 */
export function followingPlaces<T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return em.transactional(async (em) => {
    const before = await placesTested(em);
    const result = await work(em);
    await em.flush();
    const after = await placesTested(em);
    const moved = [...after.keys()].filter((id) => before.has(id) && before.get(id) !== after.get(id));
    for (const id of moved.toSorted()) await deriveAgain(em, id);
    return result;
  });
}

/** The département, as far as clocks and holidays go, of each structure that was tested. */
async function placesTested(em: EntityManager): Promise<ReadonlyMap<string, string | null>> {
  const rows = await em.execute<(Pick<Structure, 'departmentCode' | 'inseeCode' | 'regionCode'> & { id: string })[]>(
    `select s.id, s.department_code as "departmentCode", s.insee_code as "inseeCode", s.region_code as "regionCode"
     from structure s where exists (select from enrolment n join audit a on a.enrolment_id = n.id where n.structure_id = s.id)`,
  );
  return new Map(rows.map((row) => [row.id, placeOf(row).department]));
}

async function deriveAgain(em: EntityManager, structureId: string): Promise<void> {
  const enrolments = await em.find(Enrolment, { structure: structureId });
  const ids = enrolments.map(({ edition }) => edition.id);
  // One after the other and in one order, so that two corrections never wait for each other.
  const editions = await em.find(Edition, { id: { $in: ids } }, { orderBy: { id: 'asc' }, ...lock });
  for (const edition of editions)
    if (grants(edition.phase, 'CONFIGURE') || grants(edition.phase, 'CONTROL'))
      await rederiveDelays(em, edition, structureId);
}

const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
