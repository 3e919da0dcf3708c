import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Auditor, AuditorConflict } from '../auditor/auditor.ts';
import { dayAfter, localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import type { Edition } from '../edition/edition.ts';
import { COUNTED } from '../enrolment/counted.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import { Refusal } from '../kernel/errors.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { servedBy } from '../planner/persona.rules.ts';
import type { Channel, Past, Planned, Problem, RulesSaid } from '../planner/problem.rules.ts';
import { Assignment, AssignmentState } from './assignment.ts';
import { rulesOf } from './plan.service.ts';
import { Persona, Scenario } from './scenario.ts';

/** All that a draw starts from. Structures go by their enrolment, auditors by themselves. */
export interface Start {
  readonly problem: Problem;
  /** The tests that are planned already and may move. */
  readonly tests: readonly Planned[];
  /** SHA-256 of both: a draw holds only while it stays the same. */
  readonly digest: string;
}

/** Reads what the plan of an edition starts from at an instant. `without` leaves an auditor out. */
export async function startOf(em: EntityManager, edition: Edition, now: Date, without: string | null): Promise<Start> {
  const said = await rulesOf(em, edition.id);
  const enrolments = await em.find(
    Enrolment,
    { edition, ...COUNTED },
    { populate: ['structure', 'category'], orderBy: { structure: { reference: 'asc' } } },
  );
  const scenarios = await em.find(Scenario, { edition }, { orderBy: { code: 'asc' } });
  const personas = await em.find(Persona, { edition }, { orderBy: { code: 'asc' } });
  const rules = rulesIn(said);
  const here = new Map(enrolments.map(({ id, structure }) => [structure.id, id]));
  const planned = await plannedIn(em, edition);
  const today = localDayOf(now.toISOString(), territoryOf(null));
  const from = edition.fieldworkFrom ?? '';
  const stays = ({ state, onDay, handReason }: Assignment) =>
    state === 'UNDER_WAY' ||
    state === 'SUBMITTED' ||
    (state === 'ASSIGNED' && (onDay === today || handReason !== null));
  const redone = new Set(planned.map(({ replaces }) => replaces?.id));
  const problem: Problem = {
    ...{ rules, from, to: edition.fieldworkTo ?? '' },
    notBefore: today >= from ? dayAfter(today, 1) : null,
    structures: enrolments.map(({ id, structure, category, reception }) => ({
      ...{
        id,
        department: placeOf(structure.getEntity()).department,
        category: category.getProperty('code'),
        reception,
      },
    })),
    auditors: await testersIn(em, here, without),
    scenarios: scenarios.map(({ code, channel }) => ({ code, channel })),
    personas: personas.map((persona) => ({ code: persona.code, channels: channelsOf(persona) })),
    past: await pastOf(em, edition, here, rules),
    fixed: planned.filter(stays).map((test) => ({
      ...{ ...plannedAs(test), redone: redone.has(test.id), byHand: test.handReason !== null },
    })),
  };
  const tests = planned.filter((test) => !stays(test)).map(plannedAs);
  const digest = createHash('sha256').update(canonical({ problem, tests } as unknown as Json));
  return { problem, tests, digest: digest.digest('hex') };
}

const rulesIn = (said: RulesSaid): RulesSaid => ({
  ...{ targets: said.targets, bands: said.bands, closedDays: said.closedDays, costs: said.costs },
  ...{ weekMost: said.weekMost, structureShare: said.structureShare, structureGap: said.structureGap },
  ...{ auditorLockOut: said.auditorLockOut, scenarioLockOut: said.scenarioLockOut },
  ...{ personaLockOut: said.personaLockOut, weekExcess: said.weekExcess },
});

/** Refuses what has not what a plan cannot do without: days, structures, and a scenario on each channel that is tested. */
export function refuseUnready({ problem: { from, to, structures, rules, scenarios } }: Start): void {
  const wanted = new Set(rules.targets.flatMap(({ channel, tests }) => (tests > 0 ? [channel] : [])));
  const missing = [
    ...(from && to ? [] : ['FIELDWORK_DAYS']),
    ...(structures.length > 0 ? [] : ['STRUCTURES']),
    ...[...wanted]
      .filter((channel) => !scenarios.some((each) => each.channel === channel))
      .map((channel) => `SCENARIO_${channel}`),
  ];
  if (missing.length > 0) throw new Refusal('PLAN_UNREADY', { missing });
}

const channelsOf = (persona: Persona): Channel[] =>
  Object.values(ChannelCode).filter((channel) => servedBy(persona, channel));

/** The tests of an edition that are in the plan. */
const plannedIn = (em: EntityManager, edition: Edition): Promise<Assignment[]> =>
  em.find(
    Assignment,
    { edition, state: { $ne: AssignmentState.WITHDRAWN } },
    { populate: ['scenario', 'persona'], orderBy: { onDay: 'asc', reference: 'asc' } },
  );

const plannedAs = (test: Assignment): Planned => ({
  ...{ id: test.id, structure: test.enrolment.id, channel: test.channel, day: test.onDay },
  ...{ from: test.fromTime, to: test.toTime, auditor: test.auditor?.id ?? null },
  ...{ scenario: test.scenario.getProperty('code'), persona: test.persona?.getProperty('code') ?? null },
});

async function testersIn(em: EntityManager, here: ReadonlyMap<string, string>, without: string | null) {
  const auditors = await em.find(Auditor, { leftAt: null }, { orderBy: { code: 'asc' } });
  const ties = Map.groupBy(await em.find(AuditorConflict, {}), ({ auditor }) => auditor.id);
  return auditors
    .filter(({ id }) => id !== without)
    .map(({ id, channels, departments, weekMost }) => ({
      ...{ id, channels, departments, weekMost },
      conflicts: (ties.get(id) ?? []).flatMap(({ structure }) => here.get(structure.id) ?? []).sort(),
    }));
}

/** The tests of earlier editions that one of the rules still looks at. */
async function pastOf(
  em: EntityManager,
  { ordinal }: Edition,
  here: ReadonlyMap<string, string>,
  { auditorLockOut, scenarioLockOut, personaLockOut }: RulesSaid,
): Promise<Past[]> {
  const most = Math.max(auditorLockOut, scenarioLockOut - 1, personaLockOut - 1);
  const rows = await em.execute<(Omit<Past, 'structure'> & { structureId: string })[]>(
    `select ? - e.ordinal as ago, n.structure_id as "structureId", a.channel, a.auditor_id as auditor,
       s.code as scenario, p.code as persona
     from assignment a join edition e on e.id = a.edition_id join enrolment n on n.id = a.enrolment_id
       join scenario s on s.id = a.scenario_id left join persona p on p.id = a.persona_id
     where a.state = 'SUBMITTED' and e.ordinal < ? and e.ordinal >= ? order by e.ordinal, a.reference`,
    [ordinal, ordinal, ordinal - most],
  );
  return rows.flatMap(({ structureId, ...test }) => {
    const structure = here.get(structureId);
    return structure ? [{ ...test, structure }] : [];
  });
}
