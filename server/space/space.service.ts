import type { EntityManager } from '@mikro-orm/postgresql';
import { evolutionOf } from '../comparison/evolution.service.ts';
import type { EvolutionPoint } from '../comparison/evolution.ts';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import { currentReport } from '../individual/individual.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { awardLabelOf } from '../trophy/licence.service.ts';
import { visibleLaureates } from '../trophy/trophy.policy.ts';
import { Award, Laureate, type Trophy } from '../trophy/trophy.ts';
import { askedOf, mayAnswer } from './consent.service.ts';
import type { SpaceAward, SpaceEdition, SpacePoint } from './space.ts';

/** What the editions hold for the structures someone speaks for, the latest first: theirs, and nothing of any other. */
export async function spaceOf(em: EntityManager, actor: Actor): Promise<SpaceEdition[]> {
  const enrolments: Enrolment[] = await em.find(Enrolment, visibleEnrolments(actor), {
    populate: ['edition', 'structure', 'category'],
    orderBy: [{ edition: { year: 'desc' } }, { structure: { name: 'asc' } }],
  });
  const scored = await scoredOf(em, actor, enrolments);
  const laureates = await em.find(Laureate, visibleLaureates(actor), {
    populate: ['trophy.category', 'trophy.prize'],
    orderBy: { trophy: { createdAt: 'asc' } },
  });
  const asked = await askedOf(em, actor);
  const space: SpaceEdition[] = [];
  for (const enrolment of enrolments) {
    const { edition, structure, tier } = enrolment;
    const result = scored.get(enrolment.id) ?? null;
    const own = laureates.filter(
      (each) => each.structure.id === structure.id && each.trophy.getEntity().edition.id === edition.id,
    );
    const points = asked.filter(
      ({ point }) => point.structure.id === structure.id && point.trophy.getEntity().edition.id === edition.id,
    );
    space.push({
      ...{ enrolment, result, certificate: result !== null && tier === Tier.PAID },
      report: result && (await currentReport(em, actor, enrolment.id)),
      awards: own.filter(({ award }) => award !== Award.RANKED).map(awardOf),
      points: points.map(pointOf),
    });
  }
  return space;
}

/** What each structure scored in the editions that are published, by enrolment. */
async function scoredOf(
  em: EntityManager,
  actor: Actor,
  enrolments: readonly Enrolment[],
): Promise<ReadonlyMap<string, EvolutionPoint>> {
  const scored = new Map<string, EvolutionPoint>();
  for (const [enrolment] of Map.groupBy(enrolments, ({ structure }) => structure.id).values())
    for (const point of enrolment ? await evolutionOf(em, actor, enrolment.id) : [])
      scored.set(point.enrolmentId, point);
  return scored;
}

const awardOf = (laureate: Laureate): SpaceAward => ({
  ...{ laureateId: laureate.id, label: awardLabelOf(laureate) },
  diploma: laureate.award === Award.TROPHY || laureate.award === Award.PRIZE,
});

const pointOf = ({ point, askedAt }: Awaited<ReturnType<typeof askedOf>>[number]): SpacePoint => ({
  ...{ id: point.id, label: labelOf(point.trophy.getEntity()), text: point.text, consent: point.consent, askedAt },
  open: mayAnswer(point),
});

const labelOf = ({ category, prize }: Trophy): string => (category ?? prize)?.getEntity().label ?? '';
