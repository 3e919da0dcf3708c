import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../../server/kernel/bulk.ts';
import { CATEGORIES, type Imagined, STEPS } from './imagined.ts';

/** An edition written: its id, and those of its enrolments in the order of its structures. */
export interface Written {
  readonly id: string;
  readonly enrolments: readonly string[];
}

/** Writes an imagined edition straight into its tables, ready to be scored: a dozen statements, triggers included. */
export async function writeEdition(em: EntityManager, year: number, edition: Imagined): Promise<Written> {
  const id = randomUUID();
  const write = (table: string, rows: readonly Record<string, unknown>[]) => insertRows(em, table, rows);
  await write('edition', [
    { id, year, ordinal: year, label: 'x', phase: 'CONTROL', provenance: 'SIMULATED', sources: [] },
  ]);
  const ids = await writeGrid(write, id, edition);
  if (edition.policy)
    await write('scoring_policy', [
      { id: randomUUID(), edition_id: id, number: 1, rules: edition.policy, motive: 'x', chosen_by: 'x' },
    ]);
  const categories = CATEGORIES.map((code) => ({ id: randomUUID(), code }));
  await write(
    'category',
    categories.map((each, position) => ({ ...each, edition_id: id, label: 'x', position, kinds: [] })),
  );
  const structures = edition.structures.map((each, i) => ({ ...each, id: randomUUID(), structure: randomUUID(), i }));
  await write(
    'structure',
    structures.map(({ structure, i }) => ({ id: structure, reference: `${year}.${i}`, name: 'x', kind: 'OTHER' })),
  );
  await write(
    'enrolment',
    structures.map(({ id: own, structure, category }) => ({
      ...{ id: own, edition_id: id, structure_id: structure, certifications: [] },
      category_id: categories.find(({ code }) => code === category)?.id,
    })),
  );
  const tests = structures.flatMap(({ id: enrolment, tests }) =>
    tests.map((test, n) => ({ ...test, id: randomUUID(), enrolment, reference: `${enrolment} ${n}` })),
  );
  await write(
    'audit',
    tests.map(({ id: own, enrolment, channel, reference, state }) => ({
      ...{ id: own, edition_id: id, enrolment_id: enrolment, channel_id: ids.get(channel), reference, state },
      performed_on: '2022-05-02',
    })),
  );
  await write(
    'measurement',
    tests.flatMap(({ id: audit, found }) =>
      [...found.values()].map(({ criterion, value, absence }) => {
        const chosen = edition.rules.channels.some(({ criteria }) =>
          criteria.some(({ code, kind }) => code === criterion && kind === 'CHOICE'),
        );
        const [amount, choice] = chosen ? [null, value] : [value, null];
        return { id: randomUUID(), audit_id: audit, criterion_id: ids.get(criterion), amount, choice, absence };
      }),
    ),
  );
  return { id, enrolments: structures.map(({ id: own }) => own) };
}

type Write = (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>;

/** Answers the identifiers of channels and criteria by code. */
async function writeGrid(write: Write, edition: string, { rules, indicators }: Imagined): Promise<Map<string, string>> {
  const grid = randomUUID();
  const named = { label: 'x', grid_id: grid };
  await write('grid', [{ id: grid, edition_id: edition, minimum_share: rules.minimumShare ?? null }]);
  const steps = STEPS.map((code, position) => ({ id: randomUUID(), code, position }));
  await write(
    'journey_step',
    steps.map((step, i) => ({ ...step, ...named, weight: rules.steps?.[i]?.weight ?? null })),
  );
  const channels = rules.channels.map((channel, position) => ({ ...channel, id: randomUUID(), position }));
  await write(
    'channel',
    channels.map(({ criteria, whenAbsent, bonusCap, ...channel }) => ({
      ...{ ...channel, ...named, when_absent: whenAbsent, bonus_cap: bonusCap },
    })),
  );
  const criteria = channels.flatMap(({ id: channel_id, criteria }) =>
    criteria.map((criterion, position) => ({ ...criterion, id: randomUUID(), channel_id, position })),
  );
  await write(
    'criterion',
    criteria.map(({ absences, step, ...criterion }) => ({
      ...{ ...criterion, label: 'x', step_id: steps.find(({ code }) => code === step)?.id },
      ...{ when_not_offered: absences.NOT_OFFERED, when_not_observed: absences.NOT_OBSERVED },
      when_refused: absences.REFUSED,
    })),
  );
  await write(
    'indicator',
    indicators.map((rule, position) => ({ ...named, rule, position, code: `i${position}`, unit: 'SCORE', base: 'x' })),
  );
  return new Map([...channels, ...criteria].map(({ code, id }) => [code, id]));
}
