import type { EntityManager } from '@mikro-orm/postgresql';
import { Provenance } from '../edition/edition.ts';
import { PointRemarquable } from '../jury/point.ts';
import type { DecisionRecord } from '../jury/record.rules.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { AgendaItem } from '../meeting/item.ts';
import { mayReadMinutes } from '../meeting/meeting.policy.ts';
import { Meeting } from '../meeting/meeting.ts';
import type { Report } from '../report/report.service.ts';
import { pdfOf } from '../report/typst.ts';
import { chainOf } from './chain.service.ts';
import type { Deliberation, Item, RecordLine, RemarkablePoint } from './deliberation.ts';
import { disagreementsIn } from './faults.rules.ts';
import { awardWords, minutesOf } from './minutes.rules.ts';
import { itemOf, type JuryRecord, membersOf, signatoriesOf } from './recorded.rules.ts';

/**
 * The minutes of a deliberation as a document: the same bytes for the same deliberation, dated from its close. Refused
 * when what was recorded does not add up, since its pages would contradict one another.
 */
export function minutesReport(deliberation: Deliberation): Report {
  const { edition, openedAt, closedAt } = deliberation;
  const disagreements = disagreementsIn(deliberation);
  if (disagreements.length > 0) throw new Refusal('MINUTES_DISAGREE', { disagreements });
  return {
    name: `proces-verbal-${edition.year}-${openedAt.toISOString().slice(0, 10)}.pdf`,
    content: pdfOf('minutes/minutes', minutesOf(deliberation), closedAt),
  };
}

/** The minutes of a meeting, for those who may read them; to anybody else there are none. */
export async function meetingMinutes(em: EntityManager, actor: Actor, now: Date, meetingId: string): Promise<Report> {
  const meeting = await em.findOneOrFail(Meeting, { id: meetingId });
  if (!isStaff(actor) && !(await mayReadMinutes(em, actor, now, meeting))) throw new Refusal('NOT_FOUND');
  return minutesReport(await deliberationOf(em, meetingId));
}

/** A meeting that is closed, as its records tell it. */
export async function deliberationOf(em: EntityManager, meetingId: string): Promise<Deliberation> {
  const meeting = await em.findOne(Meeting, { id: meetingId }, { populate: ['panel.edition'] });
  if (!meeting) throw new Refusal('NOT_FOUND');
  const { openedAt, closedAt, label, place, panel } = meeting;
  if (!openedAt || !closedAt) throw new Refusal('MINUTES_NOT_YET');
  const edition = panel.getEntity().edition.getEntity();
  const items = await decidedIn(em, meeting);
  const records = items.map(({ record }) => record);
  const last = Math.max(0, ...records.map(({ number }) => number));
  return {
    edition: { ...saidOf(edition), simulated: edition.provenance === Provenance.SIMULATED },
    ...{ panel: panel.getProperty('label'), meeting: label, place, openedAt, closedAt },
    ...{ members: membersOf(records), signatories: signatoriesOf(records), items: items.map(({ item }) => item) },
    records: (await chainOf(em, edition.id)).slice(0, last).map(lineOf),
  };
}

const saidOf = ({ label, year, ordinal }: { label: string; year: number; ordinal: number }) => ({
  label,
  year,
  ordinal,
});

function lineOf({ record, hash }: { readonly record: string; readonly hash: string }): RecordLine {
  const { number, decidedAt, award, corrects } = JSON.parse(record) as DecisionRecord;
  const label = `${awardWords(award)}${corrects === null ? '' : ', correction'}`;
  return { number, at: new Date(decidedAt), label, hash };
}

/** The decisions of a meeting, in the order they were recorded. */
async function decidedIn(em: EntityManager, meeting: Meeting): Promise<{ record: JuryRecord; item: Item }[]> {
  const items: AgendaItem[] = await em.find(
    AgendaItem,
    { meeting, decision: { $ne: null } },
    { populate: ['decision', 'mandate'], orderBy: { decision: { number: 'asc' } } },
  );
  const told: { record: JuryRecord; item: Item }[] = [];
  for (const { decision, mandate } of items) {
    const held = decision?.getEntity();
    if (!held) continue;
    const record = JSON.parse(held.record) as JuryRecord;
    const words = Object.fromEntries(mandate.getProperty('criteria').map(({ code, label }) => [code, label]));
    const points = await pointsOf(em, held.trophy.id, record);
    told.push({ record, item: itemOf(record, { hash: held.hash, words, points }) });
  }
  return told;
}

/** The points remarquables of the laureates of a decision, once someone approved them. */
async function pointsOf(em: EntityManager, trophy: string, { laureates }: JuryRecord): Promise<RemarkablePoint[]> {
  const structure = { $in: laureates.map(({ structure }) => structure.id) };
  const points: PointRemarquable[] = await em.find(
    PointRemarquable,
    { trophy, structure, approvedAt: { $ne: null } },
    { populate: ['structure'], orderBy: { structure: { name: 'asc' } } },
  );
  const all: RemarkablePoint[] = [];
  for (const point of points)
    all.push({
      ...{ laureate: point.structure.getProperty('name'), text: point.text, author: point.authorName },
      ...{ approvedBy: point.approvedByName, consent: point.consent, evidence: await evidenceOf(em, point) },
    });
  return all;
}

/** What a point rests on, in the words of the grid. */
async function evidenceOf(em: EntityManager, { evidence }: PointRemarquable): Promise<string[]> {
  const found: { said: string }[] = await em.execute(
    `select distinct said from (
       select format('note du critère « %s »', label) as said from criterion where id = any(?::uuid[])
       union all
       select format('test du critère « %s »', k.label) from measurement m join criterion k on k.id = m.criterion_id
       where m.id = any(?::uuid[])
     ) all_of_it order by said`,
    [idsOf(evidence), idsOf(evidence)],
  );
  return found.map(({ said }) => said);
}

const idsOf = (evidence: PointRemarquable['evidence']): string => `{${evidence.map(({ id }) => id).join(',')}}`;
