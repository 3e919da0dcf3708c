import type { EntityManager } from '@mikro-orm/postgresql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { Provenance } from '../edition/edition.ts';
import { Decision } from '../jury/decision.ts';
import { PointConsent, PointRemarquable } from '../jury/point.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import type { Report } from '../report/report.service.ts';
import { pdfOf } from '../report/typst.ts';
import { awardLabelOf, laureateOf, usagesOf } from '../trophy/licence.service.ts';
import { Award, type Laureate } from '../trophy/trophy.ts';
import { type Diploma, diplomaOf } from './diploma.rules.ts';
import { type Statement, sealedStatementOf } from './statement.rules.ts';

/** A diploma as a document, its code signed: the same bytes for the same award, dated from its decision. */
export function diplomaReport(diploma: Diploma, seal: Seal, name: string): Report {
  const sealed = sealedStatementOf(diploma.statement, seal);
  const date = new Date(`${diploma.statement.decidedOn}T12:00:00Z`);
  return { name, content: pdfOf('diploma/diploma', diplomaOf(diploma, sealed, seal.fingerprint), date) };
}

/** The diploma of a laureate, for staff, and for the laureate once its edition is published. */
export async function laureateDiploma(
  em: EntityManager,
  actor: Actor,
  seal: Seal,
  laureateId: string,
): Promise<Report> {
  const laureate = await laureateOf(em, actor, laureateId);
  const trophy = laureate.trophy.getEntity();
  const { award, mention, structure } = laureate;
  const decision = await em.findOne(Decision, { trophy }, { orderBy: { number: 'desc' } });
  // What public sources reported was not decided here: nothing of ours can vouch for it.
  if (!decision || (award !== Award.TROPHY && award !== Award.PRIZE)) throw new Refusal('DIPLOMA_WITHOUT_DECISION');
  const { label, year, ordinal, provenance } = trophy.edition.getEntity();
  const statement: Statement = {
    edition: { label, year, ordinal, simulated: provenance === Provenance.SIMULATED },
    award: { kind: award, label: awardLabelOf(laureate) },
    ...{ laureate: structure.getProperty('name'), mention, decisionHash: decision.hash },
    decidedOn: localDayOf(decision.decidedAt.toISOString(), territoryOf(null)),
  };
  const usages = (await usagesOf(em, actor, laureateId, statement.decidedOn)).map(({ licence, wording }) => ({
    ...{ label: licence.label, wording, from: licence.fromOn, until: licence.untilOn },
  }));
  const name = `diplome-${year}-${structure.getProperty('reference').replaceAll(/[^\w-]+/g, '-')}.pdf`;
  return diplomaReport({ statement, usages, point: await pointOf(em, laureate) }, seal, name);
}

/** What made the laureate stand out, once it agreed to it; or what a source reports of a laureate that is alone. */
async function pointOf(em: EntityManager, { trophy: of, structure }: Laureate): Promise<string | null> {
  const trophy = of.getEntity();
  const points = await em.find(PointRemarquable, { trophy });
  const own = points.find((point) => point.structure.id === structure.id);
  if (own) return own.approvedAt && own.consent === PointConsent.GIVEN ? own.text : null;
  const alone = (await trophy.laureates.loadItems()).length === 1;
  return points.length === 0 && alone ? trophy.pointRemarquable : null;
}
