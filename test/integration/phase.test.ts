import { expect, test } from 'vitest';
import { keepCalendar } from '../../server/calendar.ts';
import { followCalendar } from '../../server/phase/calendar.service.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';

const office = await makeBackOffice('phase');
const { ask, done, sql, em, time, complaints } = office;

const CHANGE = `query ($id: ID!, $to: EditionPhase!) { phaseChange(id: $id, to: $to) {
  from to back reachable findings { code weight count subjects target filter } shifts { audience opens closes } } }`;
const MOVE =
  'mutation ($id: ID!, $phase: EditionPhase!, $motive: Prose, $confirmed: Boolean) { moveEdition(id: $id, phase: $phase, motive: $motive, confirmed: $confirmed) { phase datesDrive } }';
const LOG = 'query ($id: ID!) { edition(id: $id) { phase phaseMoves { fromPhase toPhase motive byDate actorName } } }';

interface Finding {
  readonly code: string;
  readonly weight: string;
}
const codes = (findings: unknown) => (findings as Finding[]).map(({ code, weight }) => `${weight} ${code}`);
const move = (id: string, phase: string, more: object = {}) => ask('MANAGER', MOVE, { id, phase, ...more });
let year = 2030;
const made = async (more: object = {}) => {
  year += 1;
  const input = { year, ordinal: year - 2012, label: `Baromètre ${year}`, ...more };
  return (await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', { input })).id;
};

test('an edition without grid, category or enrolment does not open its fieldwork, and is told why', async () => {
  const id = await made();
  const told = await done<{ findings: Finding[]; shifts: object[] }>(CHANGE, { id, to: 'FIELDWORK' });
  expect(codes(told.findings)).toEqual([
    ...['BLOCKER NO_GRID', 'BLOCKER NO_CATEGORY', 'BLOCKER NOBODY_ENROLLED'],
    'WARNING NO_FIELDWORK_DATES',
  ]);
  const { refusals, details } = await move(id, 'FIELDWORK', { confirmed: true });
  expect(refusals).toEqual(['PHASE_BLOCKED']);
  expect(codes(details[0]?.findings)).toEqual(['BLOCKER NO_GRID', 'BLOCKER NO_CATEGORY', 'BLOCKER NOBODY_ENROLLED']);
});

test('what only warns passes once it is confirmed', async () => {
  const id = await made();
  expect(await move(id, 'REGISTRATION')).toMatchObject({ refusals: ['PHASE_UNCONFIRMED'] });
  expect((await move(id, 'REGISTRATION', { confirmed: true })).refusals).toEqual([]);
});

test('a whole edition walks its phases, each telling what it needs, and its log tells how', async () => {
  const edition = await makeEdition(office, 'CONTROL', { year: 2022 });
  const { id } = edition;
  const before = await done<{ findings: Finding[]; shifts: object[] }>(CHANGE, { id, to: 'DELIBERATION' });
  expect(codes(before.findings)).toContain('WARNING NO_SCORES');
  expect(before.shifts).toContainEqual({ audience: 'CONTROLLER', opens: ['JUDGE_CLAIM'], closes: ['CONTROL'] });
  await edition.moveTo('DELIBERATION');
  expect(await move(id, 'EMBARGO', { confirmed: true })).toMatchObject({ refusals: ['PHASE_BLOCKED'] });
  await done(verbs.compute, { id });
  expect(codes((await done<{ findings: Finding[] }>(CHANGE, { id, to: 'EMBARGO' })).findings)).toEqual([
    'WARNING TROPHIES_UNDECIDED',
  ]);
  const back = await done<{ back: boolean; findings: Finding[] }>(CHANGE, { id, to: 'PREPARATION' });
  expect(back.back).toBe(true);
  expect(codes(back.findings)).toEqual(['NOTICE TESTS_STAND', 'NOTICE ENROLMENTS_STAND']);
  expect(await move(id, 'CONTROL')).toMatchObject({ refusals: ['PHASE_MOTIVE_REQUIRED'] });
  expect((await move(id, 'CONTROL', { motive: 'Un audit à revoir.' })).refusals).toEqual([]);
  const { phaseMoves } = await done<{ phaseMoves: object[] }>(LOG, { id });
  expect(phaseMoves).toEqual([
    { fromPhase: 'DELIBERATION', toPhase: 'CONTROL', motive: 'Un audit à revoir.', byDate: false, actorName: null },
    { fromPhase: 'CONTROL', toPhase: 'DELIBERATION', motive: null, byDate: false, actorName: null },
    { fromPhase: 'FIELDWORK', toPhase: 'CONTROL', motive: null, byDate: false, actorName: null },
    { fromPhase: 'PREPARATION', toPhase: 'FIELDWORK', motive: null, byDate: false, actorName: null },
  ]);
  const moves = await sql<{ actor_id: string }>('select distinct actor_id from phase_move where edition_id = ?', [id]);
  expect(moves).toEqual([{ actor_id: actorOf('MANAGER').id }]);
});

test('of two people who move an edition to different phases at once, the second is told', async () => {
  const id = await made({ provenance: 'REPORTED' });
  const answers = await Promise.all(['REGISTRATION', 'FIELDWORK', 'REGISTRATION'].map((to) => move(id, to)));
  const moves = await sql('select to_phase from phase_move where edition_id = ? order by created_at', [id]);
  expect(answers.filter(({ refusals }) => refusals.length === 0).length).toBe(moves.length);
  const { phase } = await done<{ phase: string }>(LOG, { id });
  expect(moves.at(-1)).toEqual({ to_phase: phase });
});

test('only staff look ahead, move an edition, or read its log', async () => {
  const id = await made({ provenance: 'REPORTED' });
  for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR'] as const) {
    expect((await ask(role, CHANGE, { id, to: 'FIELDWORK' })).refusals).toEqual(['FORBIDDEN']);
    expect((await ask(role, MOVE, { id, phase: 'FIELDWORK' })).refusals).toEqual(['FORBIDDEN']);
  }
  expect((await ask('CONTROLLER', LOG, { id })).refusals).toEqual(['FORBIDDEN']);
});

const dated = {
  ...{ provenance: 'REPORTED', datesDrive: true, registrationFrom: '2032-03-28', registrationTo: '2032-04-30' },
  ...{ fieldworkFrom: '2032-05-03', fieldworkTo: '2032-10-31' },
};
const follow = async (at: string) => (await followCalendar(em, new Date(at))).map(({ from, to }) => `${from} → ${to}`);
const phaseOf = async (id: string) => (await done<{ phase: string }>(LOG, { id })).phase;

test('dates move an edition at midnight in Paris, to the minute, whatever the clocks do, and once', async () => {
  const id = await made(dated);
  // The night the clocks go forward in 2032: 27 to 28 March, midnight being 23:00 in Greenwich.
  expect(await follow('2032-03-27T22:59:59Z')).toEqual([]);
  expect(await follow('2032-03-27T23:00:00Z')).toEqual(['PREPARATION → REGISTRATION']);
  expect(await follow('2032-03-27T23:00:00Z')).toEqual([]);
  expect(await follow('2032-05-02T21:59:59Z')).toEqual([]);
  expect(await follow('2032-05-02T22:00:00Z')).toEqual(['REGISTRATION → FIELDWORK']);
  // The night they go back: 31 October lasts 25 hours, and is fieldwork to its end.
  expect(await follow('2032-10-31T22:59:59Z')).toEqual([]);
  const both = await Promise.all([follow('2032-10-31T23:00:00Z'), follow('2032-10-31T23:00:00Z')]);
  expect(both.flat()).toEqual(['FIELDWORK → CONTROL']);
  const { phaseMoves } = await done<{ phaseMoves: { byDate: boolean }[] }>(LOG, { id });
  expect(phaseMoves.map(({ byDate }) => byDate)).toEqual([true, true, true]);
});

test('a server that was away catches up, one phase at a time', async () => {
  await made({ ...dated, registrationFrom: '2032-01-01', fieldworkFrom: '2032-02-01', fieldworkTo: '2032-03-01' });
  expect(await follow('2032-06-01T10:00:00Z')).toEqual([
    ...['PREPARATION → REGISTRATION', 'REGISTRATION → FIELDWORK', 'FIELDWORK → CONTROL'],
  ]);
});

test('what blocks stops the dates, and staff are told; what someone took back stays back', async () => {
  const blocked = await made({ ...dated, provenance: 'FIELD' });
  time.now = new Date('2032-05-03T08:00:00Z');
  expect(await follow('2032-05-03T08:00:00Z')).toEqual(['PREPARATION → REGISTRATION']);
  const due = await done<{ editionId: string }[]>('{ phasesDue { editionId from to driven blockers } }');
  expect(due.filter(({ editionId }) => editionId === blocked)).toEqual([
    { editionId: blocked, from: 'REGISTRATION', to: 'FIELDWORK', driven: true, blockers: 3 },
  ]);
  const back = await move(blocked, 'PREPARATION', { motive: 'À reprendre.' });
  expect(back.data).toEqual({ moveEdition: { phase: 'PREPARATION', datesDrive: false } });
  expect(await follow('2032-05-03T08:01:00Z')).toEqual([]);
  time.now = new Date('2022-07-01T09:00:00Z');
});

test('the entrance looks at the calendar with its own clock, and stops when told', async () => {
  const id = await made({ ...dated, registrationFrom: '2033-01-01', registrationTo: null });
  let now = new Date('2032-12-31T22:59:00Z');
  const calendar = keepCalendar({ em, clock: () => now, complain: (...what) => complaints.push(what), every: 5 });
  now = new Date('2032-12-31T23:00:00Z');
  await expect.poll(() => phaseOf(id)).not.toBe('PREPARATION');
  await calendar.stop();
  expect(complaints).toEqual([]);
});

const SAID = `query ($id: ID!) { edition(id: $id) { version deadlines { deadline day original extensions { fromDay toDay motive } } } }`;
interface Deadlines {
  readonly version: number;
  readonly deadlines: { readonly deadline: string }[];
}

test('a deadline that is put off once the edition has begun needs a motive and keeps the day it was', async () => {
  const input = { provenance: 'REPORTED', registrationFrom: '2022-02-01', registrationTo: '2022-03-31' };
  const id = await made(input);
  const correct = async (more: object) => {
    const { version } = await done<Deadlines>(SAID, { id });
    const said = { year, ordinal: year - 2012, label: `Baromètre ${year}`, ...input, ...more };
    return ask(
      'MANAGER',
      'mutation ($id: ID!, $version: Int!, $input: EditionInput!) { updateEdition(id: $id, version: $version, input: $input) { id } }',
      { id, version, input: said },
    );
  };
  const registration = async () =>
    (await done<Deadlines>(SAID, { id })).deadlines.find(({ deadline }) => deadline === 'REGISTRATION_TO');
  expect((await correct({ registrationTo: '2022-04-07' })).refusals).toEqual([]);
  expect(await registration()).toMatchObject({ day: '2022-04-07', original: null, extensions: [] });
  await move(id, 'REGISTRATION');
  expect((await correct({ registrationTo: '2022-04-15' })).refusals).toEqual(['DEADLINE_MOTIVE_REQUIRED']);
  expect((await correct({ registrationTo: '2022-04-15', motive: 'Pont de Pâques.' })).refusals).toEqual([]);
  expect((await correct({ registrationTo: '2022-04-22', motive: 'À la demande des régions.' })).refusals).toEqual([]);
  expect((await correct({ registrationTo: '2022-04-20' })).refusals).toEqual([]);
  expect(await registration()).toEqual({
    ...{ deadline: 'REGISTRATION_TO', day: '2022-04-20', original: '2022-04-07' },
    extensions: [
      { fromDay: '2022-04-07', toDay: '2022-04-15', motive: 'Pont de Pâques.' },
      { fromDay: '2022-04-15', toDay: '2022-04-22', motive: 'À la demande des régions.' },
    ],
  });
});
