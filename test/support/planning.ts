import fc from 'fast-check';
import type { Channel, Past, Problem, Tested, Tester } from '../../server/planner/problem.rules.ts';

const some = ['RECEPTION', 'PHONE', 'EMAIL'] as const satisfies readonly Channel[];
const days = ['2027-05-03', '2027-05-05', '2027-05-10', '2027-06-01', '2027-07-12'] as const;

/** Small editions, feasible and not: few structures, auditors and days, and rules that are tight about as often as not. */
export const smallEditions: fc.Arbitrary<Problem> = fc
  .record({
    start: fc.constantFrom(...days),
    length: fc.integer({ min: 4, max: 12 }),
    structures: fc.array(
      fc.record({
        department: fc.constantFrom('59', '67', '974', null),
        category: fc.constantFrom('towns', 'others'),
        reception: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    auditors: fc.array(
      fc.record({
        channels: fc.subarray([...some], { minLength: 1 }),
        departments: fc.subarray(['59', '67', '974']),
        weekMost: fc.option(fc.integer({ min: 1, max: 4 })),
        tied: fc.option(fc.nat(3), { freq: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    scenarios: fc.integer({ min: 1, max: 3 }),
    personas: fc.integer({ min: 0, max: 3 }),
    past: fc.array(
      fc.record({
        ago: fc.integer({ min: 1, max: 2 }),
        structure: fc.nat(3),
        channel: fc.nat(2),
        who: fc.nat(2),
        what: fc.nat(2),
      }),
      { maxLength: 4 },
    ),
    fixed: fc.option(fc.record({ structure: fc.nat(3), channel: fc.nat(2), who: fc.nat(2), day: fc.nat(11) }), {
      freq: 3,
    }),
    targets: fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 2 }), fc.nat(1), fc.nat(2)),
    weekdays: fc.subarray([1, 2, 3, 4, 5], { minLength: 3 }),
    weekMost: fc.integer({ min: 2, max: 5 }),
    structureShare: fc.integer({ min: 1, max: 3 }),
    structureGap: fc.integer({ min: 0, max: 3 }),
    locks: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
    weekExcess: fc.option(fc.constantFrom(0, 50, 100)),
    closed: fc.option(fc.nat(11)),
    late: fc.option(fc.nat(3), { freq: 2 }),
  })
  .map((drawn): Problem => {
    const dayAt = (i: number) => new Date(Date.parse(drawn.start) + i * 86_400_000).toISOString().slice(0, 10);
    const structures = drawn.structures.map((each, i): Tested => ({ id: `S${i}`, ...each }));
    const auditors = drawn.auditors.map(
      ({ tied, ...each }, i): Tester => ({
        ...{ id: `A${i}`, ...each },
        conflicts: tied === null ? [] : [`S${tied}`],
      }),
    );
    const channelAt = (i: number): Channel => some[i] ?? 'PHONE';
    const past = drawn.past.map(
      ({ ago, structure, channel, who, what }): Past => ({
        ...{ ago, structure: `S${structure}`, channel: channelAt(channel), auditor: `A${who}` },
        ...{ scenario: `${channelAt(channel)}-${what}`, persona: `P${what}` },
      }),
    );
    const [counter, phone, email, own] = drawn.targets;
    const kept = drawn.fixed;
    return {
      from: drawn.start,
      to: dayAt(drawn.length - 1),
      notBefore: drawn.late === null ? null : dayAt(drawn.late),
      structures,
      auditors,
      scenarios: some.flatMap((channel) =>
        Array.from({ length: drawn.scenarios }, (_, i) => ({ channel, code: `${channel}-${i}` })),
      ),
      personas: Array.from({ length: drawn.personas }, (_, i) => ({
        code: `P${i}`,
        channels: i === 2 ? ['PHONE'] : [...some],
      })),
      past,
      fixed:
        kept && structures[kept.structure] && auditors[kept.who]
          ? [
              {
                ...{
                  id: 'kept',
                  structure: `S${kept.structure}`,
                  channel: channelAt(kept.channel),
                  auditor: `A${kept.who}`,
                },
                ...{ day: dayAt(kept.day % drawn.length), from: '09:00', to: '12:00' },
                ...{ scenario: `${channelAt(kept.channel)}-0`, persona: null },
              },
            ]
          : [],
      rules: {
        targets: [
          { channel: 'RECEPTION', categoryCode: null, tests: counter },
          { channel: 'PHONE', categoryCode: null, tests: phone },
          { channel: 'PHONE', categoryCode: 'towns', tests: own },
          { channel: 'EMAIL', categoryCode: null, tests: email },
        ],
        bands: some.flatMap((channel) => [
          { channel, weekdays: drawn.weekdays, from: '09:00', to: '12:00' },
          { channel, weekdays: [1, 3, 7], from: '14:00', to: '17:00' },
        ]),
        closedDays: drawn.closed === null ? [] : [dayAt(drawn.closed)],
        weekMost: drawn.weekMost,
        structureShare: drawn.structureShare,
        structureGap: drawn.structureGap,
        auditorLockOut: drawn.locks[0],
        scenarioLockOut: drawn.locks[1],
        personaLockOut: drawn.locks[2],
        weekExcess: drawn.weekExcess,
        costs: [
          { rule: 'AUDITOR_WEEK', cost: 2 },
          { rule: 'STRUCTURE_SHARE', cost: 3 },
          { rule: 'STRUCTURE_GAP', cost: 4 },
          { rule: 'AUDITOR_ROTATION', cost: 6 },
          { rule: 'SCENARIO_REUSE', cost: 5 },
          { rule: 'PERSONA_REUSE', cost: 5 },
          { rule: 'WEEK_SPREAD', cost: 1 },
          { rule: 'TARGET', cost: 10 },
        ],
      },
    };
  });

/** The same, of auditors who have just about what they take: to move one test, others have to. */
export const tightEditions: fc.Arbitrary<Problem> = fc
  .tuple(smallEditions, fc.integer({ min: 1, max: 3 }))
  .map(([problem, weekMost]) => ({
    ...problem,
    ...{ past: [], fixed: [], notBefore: null },
    auditors: problem.auditors.map((one) => ({
      ...one,
      weekMost: null,
      channels: one.channels.length > 1 ? [...some] : one.channels,
    })),
    rules: {
      ...problem.rules,
      ...{ weekMost, structureShare: 2, structureGap: 1, weekExcess: null, closedDays: [] },
      ...{ auditorLockOut: 0, scenarioLockOut: 0, personaLockOut: 0 },
    },
  }));

/** Goes to the end of something that tells how far it is. */
export function ended<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
