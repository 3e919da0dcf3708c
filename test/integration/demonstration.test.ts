import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, expect, test } from 'vitest';
import { AuditState } from '../../server/audit/audit.ts';
import { certificatesIn, certifiedRun } from '../../server/certificate/certificate.service.ts';
import { verify } from '../../server/certificate/verify.mjs';
import { conflictCasesOf, panelVerdicts } from '../../server/conflict/conflict.service.ts';
import { agreementIn } from '../../server/control/agreement.service.ts';
import { suspicionsIn } from '../../server/control/suspicion.service.ts';
import { Edition } from '../../server/edition/edition.ts';
import { Enrolment, Tier } from '../../server/enrolment/enrolment.ts';
import { structureSheetOf } from '../../server/explanation/sheet.service.ts';
import { decisionChainOf } from '../../server/jury/chain.service.ts';
import { Decision } from '../../server/jury/decision.ts';
import type { DecisionRecord } from '../../server/jury/record.rules.ts';
import { awardCases } from '../../server/jury/standing.service.ts';
import { AgendaItem, ItemState } from '../../server/meeting/item.ts';
import { openOrm } from '../../server/orm.ts';
import { Panel } from '../../server/panel/panel.ts';
import { AssignmentState } from '../../server/plan/assignment.ts';
import { latestRun } from '../../server/ranking/score.service.ts';
import { countOf } from '../../server/vote/count.rules.ts';
import { seal } from '../support/certified.ts';
import { makeDemonstration } from '../support/demonstration.ts';

const orm = openOrm(await makeDemonstration('demonstration'));
afterAll(() => orm.close());

test.each([2021, 2022])('every structure of %i has a certificate that stands alone', async (year) => {
  const em = orm.em.fork() as EntityManager;
  const edition = await em.findOneOrFail(Edition, { year });
  const run = await certifiedRun(em, edition.id);
  let count = 0;
  for await (const certificate of certificatesIn(em, seal, run)) {
    expect(() => verify(JSON.stringify(certificate), { key: seal.publicKey })).not.toThrow();
    count++;
  }
  expect(count).toBe(await em.count(Enrolment, { edition }));
  expect(count).toBeGreaterThan(100);
});

test('no structure is compared on what nearly all of its category did alike: the mean would tell each of them', async () => {
  const em = orm.em.fork() as EntityManager;
  const edition = await em.findOneOrFail(Edition, { year: 2022 });
  const alike: { enrolmentId: string; criterion: string }[] = await em.execute(
    `select e.id as "enrolmentId", c.code as criterion
     from enrolment e join score own on own.enrolment_id = e.id and own.run_id = ? and own.exact is not null
       join criterion c on c.id = own.criterion_id
       join lateral (
         select count(*) filter (where s.exact::text not like '0%') as raising,
           count(*) filter (where s.value < 100) as lowering, avg(s.value) as mean
         from score s join enrolment peer on peer.id = s.enrolment_id
         where s.run_id = own.run_id and s.criterion_id = own.criterion_id and peer.category_id = e.category_id
           and s.exact is not null) sides on least(sides.raising, sides.lowering) < 2
     where e.tier = ? order by abs(own.value - sides.mean) desc, e.id, c.code`,
    [(await latestRun(em, edition.id))?.id, Tier.PAID],
  );
  const asked = Map.groupBy(alike, ({ enrolmentId }) => enrolmentId);
  expect(asked.size).toBeGreaterThan(10);
  for (const [id, criteria] of [...asked].slice(0, 3)) {
    const { strengths, weaknesses } = await structureSheetOf(em, id);
    const compared = [...strengths, ...weaknesses].map(({ criterion }) => criterion.code);
    expect(compared.filter((code) => criteria.some(({ criterion }) => criterion === code))).toEqual([]);
  }
});

test('the jury has something to decide: two towns first together, conflicts, one award decided and three that wait', async () => {
  const em = orm.em.fork() as EntityManager;
  const edition = await em.findOneOrFail(Edition, { year: 2026 });
  const cases = await awardCases(em, edition.id, await latestRun(em, edition.id));
  const open = cases.filter(({ lines }) => lines.length > 0);
  expect(open.map(({ firsts }) => firsts.length)).toEqual([2, 1, 1, 1]);
  const panel = await em.findOneOrFail(Panel, { edition });
  const now = new Date('2022-12-01T09:00:00Z');
  const recused = (await panelVerdicts(em, panel.id, now)).filter((verdict) => verdict.recused);
  expect(recused.map(({ juror }) => juror.name).sort()).toEqual(['Driss Benali', 'Eva Lindqvist', 'Fabien Roche']);
  const states = (await conflictCasesOf(em, panel.id, now)).map(({ state }) => state);
  expect([...new Set(states)].sort()).toEqual(['CERTAIN', 'DECLARED', 'TO_CONFIRM']);
  const items = await em.find(AgendaItem, { meeting: { panel } });
  expect(items.map(({ state }) => state).sort()).toEqual([ItemState.DECIDED, ...Array(3).fill(ItemState.PENDING)]);
});

test('what it decided recounts from its record', async () => {
  const em = orm.em.fork() as EntityManager;
  const edition = await em.findOneOrFail(Edition, { year: 2026 });
  expect(await decisionChainOf(em, edition.id)).toMatchObject({ length: 1, brokenAt: null });
  const { record } = await em.findOneOrFail(Decision, { edition });
  const { deliberation, followsRanking } = JSON.parse(record) as DecisionRecord;
  const [round] = deliberation?.rounds ?? [];
  expect(followsRanking).toBe(true);
  expect(round?.paper && countOf(round.paper, round.ballots ?? [])).toEqual({ mode: 'RATIFY', for: 2, against: 3 });
  expect(round).toMatchObject({ outcome: 'LAUREATES NO_MAJORITY', dissents: [{ name: 'Eva Lindqvist' }] });
});

test('fieldwork has something of everything: tests in each state, what is odd, and claims that wait and were answered', async () => {
  const em = orm.em.fork() as EntityManager;
  const count = async (sql: string) =>
    Object.fromEntries((await em.execute<[string, number][]>(sql)).map(Object.values));
  const states = await count('select state, count(*)::int from assignment group by state');
  expect(Object.keys(states).sort()).toEqual(Object.keys(AssignmentState).sort());
  const { id } = await em.findOneOrFail(Edition, { year: 2027 });
  const audits = await count(`select state, count(*)::int from audit where edition_id = '${id}' group by state`);
  expect(Object.keys(audits).sort()).toEqual(Object.keys(AuditState).sort());
  expect(await count('select outcome, count(*)::int from submission group by outcome')).toMatchObject({ HELD: 1 });
  const kinds = (await suspicionsIn(em, id)).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(['TEXT', 'TOO_SHORT']);
  expect((await agreementIn(em, id)).testCount).toBeGreaterThan(4);
  const claims = await count('select state, count(*)::int from claim group by state');
  expect(claims).toEqual({ DECIDED: 2, SUBMITTED: 1 });
});
