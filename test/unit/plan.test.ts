import { expect, test } from 'vitest';
import { GivenUp } from '../../server/kernel/jobs.ts';
import { drafted } from '../../server/plan/drafter.ts';
import { openSolver } from '../../server/plan/solver.ts';
import { castOf } from '../../server/planner/casting.rules.ts';
import { clashOf } from '../../server/planner/clash.rules.ts';
import { decide } from '../../server/planner/decision.rules.ts';
import { draftOf } from '../../server/planner/draft.rules.ts';
import { allRules, type Planned, type Problem, type Rule } from '../../server/planner/problem.rules.ts';
import { cheapest } from '../../server/planner/relaxation.rules.ts';
import { mend } from '../../server/planner/repair.rules.ts';
import { faultsOf } from '../support/planchecker.ts';
import { ended } from '../support/planning.ts';

const solve = await openSolver();
const rules: ReadonlySet<Rule> = new Set(allRules);

/** One week, two structures, one call and one e-mail each. */
const week: Problem = {
  ...{ from: '2027-06-07', to: '2027-06-11', notBefore: null, past: [], fixed: [], personas: [] },
  structures: ['S0', 'S1'].map((id) => ({ id, department: '59', category: 'towns', reception: false })),
  auditors: [
    { id: 'Ada', channels: ['PHONE', 'EMAIL'], departments: [], weekMost: 2, conflicts: [] },
    { id: 'Bea', channels: ['PHONE'], departments: [], weekMost: 2, conflicts: [] },
    { id: 'Cat', channels: ['EMAIL'], departments: [], weekMost: 2, conflicts: [] },
  ],
  scenarios: [
    { code: 'call', channel: 'PHONE' },
    { code: 'mail', channel: 'EMAIL' },
  ],
  rules: {
    targets: [
      { channel: 'PHONE', categoryCode: null, tests: 1 },
      { channel: 'EMAIL', categoryCode: null, tests: 1 },
    ],
    bands: (['PHONE', 'EMAIL'] as const).map((channel) => ({
      ...{ channel, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
    })),
    ...{ closedDays: [], weekMost: 12, structureShare: 2, structureGap: 1, weekExcess: null },
    ...{ auditorLockOut: 0, scenarioLockOut: 1, personaLockOut: 0 },
    costs: [{ rule: 'AUDITOR_WEEK', cost: 2 }],
  },
};

const drawn = (problem: Problem, seed = 'seed'): Planned[] => {
  const verdict = ended(decide(problem, rules, seed, solve));
  if (verdict.outcome !== 'PLAN') throw new Error(verdict.outcome);
  return castOf(verdict.board, seed);
};

test('the same seed gives the same plan, another seed another', () => {
  expect(JSON.stringify(drawn(week))).toBe(JSON.stringify(drawn(week)));
  const plans = new Set(['a', 'b', 'c', 'd'].map((seed) => JSON.stringify(drawn(week, seed))));
  expect(plans.size).toBeGreaterThan(1);
});

test('whoever else can do the tests of someone who leaves gets them; others move only where they must', () => {
  const at = (id: string, structure: string, channel: 'PHONE' | 'EMAIL', auditor: string, day: string): Planned => ({
    ...{ id, structure, channel, auditor, day, from: '09:00', to: '12:00', persona: null },
    scenario: channel === 'PHONE' ? 'call' : 'mail',
  });
  const plan = [
    ...[at('1', 'S0', 'PHONE', 'Ada', '2027-06-07'), at('2', 'S1', 'PHONE', 'Bea', '2027-06-07')],
    ...[at('3', 'S0', 'EMAIL', 'Cat', '2027-06-09'), at('4', 'S1', 'EMAIL', 'Ada', '2027-06-09')],
  ];
  expect(faultsOf(week, plan)).toEqual([]);
  const gone = { ...week, auditors: week.auditors.filter(({ id }) => id !== 'Cat') };
  const mended = ended(mend(gone, rules, plan, 'seed', solve));
  // Ada alone writes now, and takes two tests a week: the call she had goes to Bea.
  expect(mended?.moved).toEqual(['1', '3']);
  expect(mended?.proven).toBe(true);
  expect(faultsOf(gone, mended?.plan ?? [])).toEqual([]);
  // Once the last day is over there is nothing to mend, and the targets cannot be met.
  const over = { problem: { ...week, notBefore: '2027-06-12' }, tests: plan, seed: 'seed', mending: true };
  expect(ended(draftOf(over, solve))).toMatchObject({ outcome: 'CLASH', clash: { rules: ['TARGET'] } });
});

test('rules that clash are named with those they concern, and what it would cost to bend one', () => {
  const busy = { ...week, rules: { ...week.rules, weekMost: 1 } };
  const clash = ended(clashOf(busy, rules, 'seed', solve));
  expect(clash).toMatchObject({ rules: ['AUDITOR_WEEK', 'TARGET'], proven: true, structures: ['S0', 'S1'] });
  expect(ended(cheapest(busy, 'seed', solve))).toEqual({
    ...{ bends: [{ rule: 'AUDITOR_WEEK', channel: null, from: 1, to: 2 }], cost: 2, proven: true },
  });
});

test('without anyone to test, the targets alone cannot be had', () => {
  const clash = ended(clashOf({ ...week, auditors: [] }, rules, 'seed', solve));
  expect(clash).toMatchObject({ rules: ['TARGET'], structures: ['S1'], auditors: [] });
  expect(ended(cheapest({ ...week, auditors: [] }, 'seed', solve))).toBe(null);
});

test('a draft made in a thread of its own is the same, and is given up in the middle of the work', async () => {
  const asked = { problem: week, tests: [], seed: 'seed', mending: false };
  const looked: number[] = [];
  expect(await drafted(asked, { told: (done) => void looked.push(done) })).toEqual(ended(draftOf(asked, solve)));
  expect(looked).toEqual(looked.toSorted((a, b) => a - b));
  const giveUp = () => {
    throw new GivenUp();
  };
  await expect(drafted(asked, { told: giveUp })).rejects.toThrow(GivenUp);
});

test('what is done counts: it takes room, keeps its distance, and stays as it is', () => {
  const [first] = drawn(week);
  const done = { ...week, fixed: [{ ...(first as Planned), id: 'done' }], notBefore: '2027-06-08' };
  const rest = drawn(done);
  expect(rest.length).toBe(3);
  expect(faultsOf(done, rest)).toEqual([]);
});
