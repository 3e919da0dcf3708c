import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit, Measurement } from '../audit/audit.ts';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import type { Candidate } from '../enrolment/category.rules.ts';
import { enrolStructure } from '../enrolment/enrolment.service.ts';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import { gridOf } from '../grid/grid.service.ts';
import { Channel } from '../grid/grid.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import { streamOf } from '../uncertainty/random.rules.ts';
import { inventCandidate, inventTest } from './simulation.rules.ts';

/** How many tests each channel of an invented structure has. */
const TESTS = 2;

/** Invents structures for every category of the edition on stage, and enrols them as staff would. */
export async function inviteCast(em: EntityManager, editionId: string, each: number): Promise<void> {
  const categories = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc', code: 'asc' } });
  let invented = 0;
  for (const category of categories) {
    const others = categories.filter((other) => other !== category);
    for (let place = 0; place < each; place++) {
      const candidate = inventCandidate(category, others, place, each);
      if (!candidate) continue;
      invented++;
      const structure = em.create(Structure, inventedStructure(candidate, category.label, invented) as never);
      await em.flush();
      const input = { tier: place % 2 === 0 ? Tier.PAID : Tier.FREE, reception: place % 2 === 0 };
      await enrolStructure(em, editionId, structure.id, input);
    }
  }
  if (invented === 0) throw new Refusal('REHEARSAL_UNREADY');
}

const inventedStructure = (candidate: Candidate, category: string, place: number) => ({
  ...candidate,
  reference: `REP-${String(place).padStart(3, '0')}`,
  name: `Structure inventée ${String(place).padStart(3, '0')} – ${category}`,
  fictional: true,
});

/** Invents the tests of everyone enrolled on stage, as a field agency would deliver them: not checked yet. */
export async function inventTests(em: EntityManager, editionId: string, seed: number, now: Date): Promise<void> {
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  const grid = await gridOf(em, editionId);
  const order = { orderBy: { position: 'asc', criteria: { position: 'asc' } }, populate: ['criteria'] } as const;
  const channels = await em.find(Channel, { grid }, order);
  const enrolled: Enrolment[] = await em.find(Enrolment, { edition }, { populate: ['structure'] });
  const performedOn = edition.fieldworkFrom ?? now.toISOString().slice(0, 10);
  const byReference = (a: Enrolment, b: Enrolment) => (referenceOf(a) < referenceOf(b) ? -1 : 1);
  for (const enrolment of enrolled.toSorted(byReference)) {
    const reference = referenceOf(enrolment);
    const quality = 35 + streamOf(String(seed), 'quality', reference).below(61);
    for (const channel of channels) {
      if (channel.optional && !enrolment.reception) continue;
      for (let number = 1; number <= TESTS; number++) {
        const name = `${reference}-${channel.code}-${number}`;
        const audit = em.create(Audit, { edition, enrolment, channel, reference: name, performedOn });
        const chance = streamOf(String(seed), 'test', name);
        const criteria = channel.criteria.getItems();
        for (const { code, value, absence } of inventTest(criteria, quality, chance)) {
          const criterion = criteria.find((one) => one.code === code);
          if (!criterion) continue;
          const coded = criterion.kind === 'CHOICE';
          const found = { amount: coded ? null : value, choice: coded ? value : null, absence };
          em.create(Measurement, { audit, criterion, ...found } as never);
        }
      }
    }
  }
  grid.frozenAt = now;
  edition.phase = 'FIELDWORK' as Edition['phase'];
  await em.flush();
}

const referenceOf = ({ structure }: Enrolment): string => structure.getEntity().reference;
