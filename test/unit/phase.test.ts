import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { audiences, dueFrom, phases, rightsFor, shiftsOf } from '../../server/edition/edition.rules.ts';
import type { EditionPhase } from '../../server/edition/edition.ts';
import { overlapsOf } from '../../server/phase/overlap.rules.ts';
import { findingsOf, type PhaseFacts } from '../../server/phase/phase.rules.ts';

test('each phase lets each audience do this, and nothing else', () => {
  const table = phases.map((phase) =>
    [phase, ...audiences.map((who) => `${who}: ${rightsFor(phase as EditionPhase, who).join(' ') || '·'}`)].join(
      '\n  ',
    ),
  );
  expect(`\n${table.join('\n')}\n`).toMatchSnapshot();
});

test('whoever a right is granted to can open the operation that it is about, and nobody else can', () => {
  const open = new Map(
    readFileSync(new URL('../../schema/permissions.txt', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => [line.split(/\s+/)[0] ?? '', line.split(/\s+/).slice(1)]),
  );
  const operations = {
    ...{ CONFIGURE: 'configureGrid', ENROL: 'enrolStructure', IMPORT: 'applyImport', CONTROL: 'decideAudits' },
    ...{ SCORE: 'computeScores', POLICY: 'choosePolicy', AWARD: 'awardTrophy', PUBLISH: 'requestRelease' },
  };
  const roleOf = { ADMINISTRATOR: 'STAFF', MANAGER: 'STAFF', PARTICIPANT: 'STRUCTURE' } as Record<string, string>;
  for (const [right, operation] of Object.entries(operations)) {
    const granted = audiences.filter((who) =>
      phases.some((phase) => rightsFor(phase as EditionPhase, who).includes(right as never)),
    );
    const opened = (open.get(operation) ?? []).filter((role) => role !== '·').map((role) => roleOf[role] ?? role);
    expect([right, [...new Set(opened)].sort()]).toEqual([right, [...granted].sort()]);
  }
});

test('a move tells each audience it touches what it gains and loses, and nobody else', () => {
  expect(shiftsOf('CONTRADICTORY' as EditionPhase, 'DELIBERATION' as EditionPhase)).toEqual([
    { audience: 'STAFF', opens: ['AWARD'], closes: ['CONTROL', 'POLICY'] },
    { audience: 'CONTROLLER', opens: [], closes: ['CONTROL'] },
    { audience: 'STRUCTURE', opens: [], closes: ['CLAIM'] },
    { audience: 'JUROR', opens: ['DELIBERATE'], closes: [] },
  ]);
});

const dates = {
  ...{ registrationFrom: '2022-02-01', registrationTo: '2022-03-31' },
  ...{ fieldworkFrom: '2022-05-02', fieldworkTo: '2022-06-30', answersUntil: null },
  ...{ contradictoryFrom: '2022-07-15', contradictoryTo: '2022-07-31' },
};
const due = (phase: string, today: string, more: object = {}) =>
  dueFrom(phase as EditionPhase, { ...dates, ...more }, today);

describe('the calendar of an edition', () => {
  test.each([
    ['PREPARATION', '2022-01-31', null],
    ['PREPARATION', '2022-02-01', 'REGISTRATION'],
    ['REGISTRATION', '2022-05-01', null],
    ['REGISTRATION', '2022-05-02', 'FIELDWORK'],
    ['FIELDWORK', '2022-06-30', null],
    ['FIELDWORK', '2022-07-01', 'CONTROL'],
    ['CONTROL', '2022-07-15', 'CONTRADICTORY'],
    ['CONTRADICTORY', '2022-07-31', null],
    ['CONTRADICTORY', '2022-08-01', 'DELIBERATION'],
    ['DELIBERATION', '2023-01-01', null],
    ['PUBLISHED', '2023-01-01', null],
  ])('says of an edition in %s on %s: %s', (phase, today, to) => {
    expect(due(phase, today)).toBe(to);
  });

  test('passes over a phase that has no day of its own, and catches up one phase at a time', () => {
    expect(due('PREPARATION', '2022-05-02', { registrationFrom: null })).toBe('FIELDWORK');
    expect(due('PREPARATION', '2022-08-01')).toBe('REGISTRATION');
    expect(due('CONTROL', '2022-08-01', { contradictoryFrom: null })).toBe('DELIBERATION');
  });
});

const facts: PhaseFacts = {
  ...{ reported: false, hasGrid: true, gridFaults: [], categories: 2, overlaps: [], thin: [] },
  ...{ enrolments: 10, pending: 0, tests: 5, undecidedTests: 0, untested: 0, scores: 'CURRENT' },
  ...{ claimants: [], heard: 0 },
  ...{ undecidedTrophies: [], decidedTrophies: 0, datesDrive: false, today: '2022-09-01', dates },
};
const found = (from: string, to: string, more: Partial<PhaseFacts> = {}) =>
  findingsOf(from as EditionPhase, to as EditionPhase, { ...facts, ...more }).map(
    ({ weight, code }) => `${weight} ${code}`,
  );

describe('before a move', () => {
  test.each<[string, string, Partial<PhaseFacts>, string[]]>([
    ['PREPARATION', 'FIELDWORK', {}, []],
    ['PREPARATION', 'REGISTRATION', { hasGrid: false, categories: 0 }, ['WARNING NO_GRID', 'WARNING NO_CATEGORY']],
    ['PREPARATION', 'FIELDWORK', { hasGrid: false, enrolments: 0 }, ['BLOCKER NO_GRID', 'BLOCKER NOBODY_ENROLLED']],
    [
      'REGISTRATION',
      'FIELDWORK',
      { today: '2022-03-31', pending: 2 },
      ['WARNING ENROLMENTS_PENDING', 'WARNING REGISTRATION_OPEN'],
    ],
    ['FIELDWORK', 'CONTROL', { today: '2022-06-30', tests: 0 }, ['WARNING FIELDWORK_OPEN', 'WARNING NO_TEST']],
    ['CONTROL', 'CONTRADICTORY', { undecidedTests: 3 }, ['WARNING TESTS_UNDECIDED']],
    [
      'CONTROL',
      'DELIBERATION',
      { undecidedTests: 3, scores: 'STALE' },
      ['BLOCKER TESTS_UNDECIDED', 'WARNING SCORES_STALE'],
    ],
    [
      'DELIBERATION',
      'EMBARGO',
      { scores: 'STALE', undecidedTrophies: ['Régions'] },
      ['BLOCKER SCORES_STALE', 'WARNING TROPHIES_UNDECIDED'],
    ],
    ['EMBARGO', 'CONTROL', { decidedTrophies: 2 }, ['WARNING TROPHIES_STAND']],
    [
      'CONTROL',
      'PREPARATION',
      { datesDrive: true },
      ['NOTICE TESTS_STAND', 'NOTICE ENROLMENTS_STAND', 'NOTICE DATES_STOP'],
    ],
    ['PREPARATION', 'FIELDWORK', { reported: true, hasGrid: false }, []],
  ])('from %s to %s, with %o, one is told %o', (from, to, more, codes) => {
    expect(found(from, to, more)).toEqual(codes);
  });
});

test('two categories overlap when one structure may fall in both, wherever it lies', () => {
  const towns = {
    ...{ label: 'Villes', kinds: ['COMMUNE'], populationFrom: 50_000, populationBelow: null, censusYear: null },
    ...{ territory: 'IN', departmentCodes: [], regionCodes: [] },
  } as never as Parameters<typeof overlapsOf>[0][number];
  const pair = (more: object) => overlapsOf([towns, { ...towns, label: 'Autres', ...more }]);
  expect(pair({})).toEqual(['Villes / Autres']);
  expect(pair({ populationFrom: null, populationBelow: 50_000 })).toEqual([]);
  expect(pair({ populationFrom: null, populationBelow: 50_001 })).toEqual(['Villes / Autres']);
  expect(pair({ kinds: ['REGION'] })).toEqual([]);
  const rhone = { ...towns, departmentCodes: ['69'] };
  expect(overlapsOf([rhone, { ...rhone, territory: 'OUT' as never }])).toEqual([]);
  expect(overlapsOf([rhone, { ...rhone, departmentCodes: ['01'] }])).toEqual([]);
});
