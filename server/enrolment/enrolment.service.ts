import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting, given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import type { EnrolmentInput } from './enrolment.input.ts';
import { certificationsIn } from './enrolment.rules.ts';
import { Enrolment } from './enrolment.ts';
import { placeFor } from './placement.service.ts';
import { stratumOf } from './stratum.rules.ts';

/**
 * Enrols a structure in an edition. Its category is decided now, and frozen with the population it rests on. The edition
 * is held meanwhile: it cannot leave its phase, nor its categories change, between the look and the writing.
 */
export function enrolStructure(
  em: EntityManager,
  editionId: string,
  structureId: string,
  input: EnrolmentInput,
): Promise<Enrolment> {
  return em.transactional(async (em) => {
    const held = LockMode.PESSIMISTIC_READ;
    const edition = await editionGranting(em, editionId, 'ENROL', 'ENROLMENT_CLOSED', held);
    const structure = await em.findOne(Structure, { id: structureId });
    if (!structure) throw new Refusal('NOT_FOUND', { structureId });
    const place = await placeFor(em, edition.id, structure);
    const { population, populationYear } = structure;
    const stratum = stratumOf(structure.kind, population);
    return em.create(Enrolment, {
      edition,
      structure,
      ...place,
      population,
      populationYear,
      stratum,
      ...saidIn(input),
    });
  });
}

export async function updateEnrolment(
  em: EntityManager,
  id: string,
  version: number,
  input: EnrolmentInput,
): Promise<Enrolment> {
  const enrolment = await em.findOneOrFail(Enrolment, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  await editionGranting(em, enrolment.edition.id, 'ENROL', 'ENROLMENT_CLOSED');
  em.assign(enrolment, saidIn(input));
  await em.flush();
  return enrolment;
}

const saidIn = ({ certifications, ...input }: EnrolmentInput) => ({
  ...given(input),
  ...(certifications ? { certifications: certificationsIn(certifications) } : {}),
});

/** Withdraws a structure from an edition before any test; the foreign keys arbitrate. */
export async function removeEnrolment(em: EntityManager, id: string): Promise<boolean> {
  const enrolment = await em.findOne(Enrolment, { id });
  if (!enrolment) throw new Refusal('NOT_FOUND');
  await editionGranting(em, enrolment.edition.id, 'ENROL', 'ENROLMENT_CLOSED');
  await em.remove(enrolment).flush();
  return true;
}
