import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Fate } from '../../server/grid/version.rules.ts';
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
  const write: Write = (table, rows) => insertRows(em, table, rows);
  await write('edition', [
    { id, year, ordinal: year, label: 'x', phase: 'CONTROL', provenance: 'SIMULATED', sources: [] },
  ]);
  const ids = await writeGrid(write, id, edition);
  if (edition.policy)
    await write('scoring_policy', [
      { id: randomUUID(), edition_id: id, number: 1, rules: edition.policy, motive: 'x', chosen_by: 'x' },
    ]);
  const enrolments = await writePanel(write, id, year, edition);
  await writeTests(write, id, edition, enrolments, ids);
  return { id, enrolments };
}

/** Answers the identifiers of enrolments. */
async function writePanel(write: Write, edition: string, year: number, { structures }: Imagined): Promise<string[]> {
  const categories = CATEGORIES.map((code) => ({ id: randomUUID(), code }));
  await write(
    'category',
    categories.map((each, position) => ({
      ...{ ...each, edition_id: edition, label: 'x', position, kinds: [], department_codes: [], region_codes: [] },
    })),
  );
  const panel = structures.map(({ category }) => ({ id: randomUUID(), structure: randomUUID(), category }));
  await write(
    'structure',
    panel.map(({ structure }, i) => ({ id: structure, reference: `${year}.${i}`, name: 'x', kind: 'OTHER' })),
  );
  await write(
    'enrolment',
    panel.map(({ id, structure, category }) => ({
      ...{ id, edition_id: edition, structure_id: structure, certifications: [] },
      category_id: categories.find(({ code }) => code === category)?.id,
    })),
  );
  return panel.map(({ id }) => id);
}

async function writeTests(
  write: Write,
  edition: string,
  { structures, rules }: Imagined,
  enrolments: readonly string[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const tests = structures.flatMap(({ tests }, i) => tests.map((test) => ({ ...test, id: randomUUID(), i })));
  await write(
    'audit',
    tests.map(({ id, i, channel, state }) => ({
      ...{ id, edition_id: edition, enrolment_id: enrolments[i], channel_id: ids.get(channel), state },
      ...{ reference: id, performed_on: '2022-05-02' },
    })),
  );
  const criteria = rules.channels.flatMap((channel) => channel.criteria);
  const chosen = new Set(criteria.flatMap(({ code, kind }) => (kind === 'CHOICE' ? [code] : [])));
  const measurements = tests.flatMap(({ id, found }) =>
    [...found.values()].map(({ criterion, value, absence }) => {
      const [amount, choice] = chosen.has(criterion) ? [null, value] : [value, null];
      return { audit_id: id, criterion_id: ids.get(criterion), amount, choice, absence };
    }),
  );
  await write('measurement', measurements);
}

type Write = (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>;

/** Writes a version in preparation after another, with what is declared of its measurements. */
export async function writeDraft(
  em: EntityManager,
  edition: { readonly id: string; readonly base: string; readonly number: number },
  rules: Imagined['rules'],
  fates: readonly Fate[],
): Promise<{ readonly version: string; readonly grid: string; readonly ids: ReadonlyMap<string, string> }> {
  const [grid, version] = [randomUUID(), randomUUID()];
  const write: Write = (table, rows) => insertRows(em, table, rows);
  const own = { id: grid, number: edition.number, draft: true };
  const ids = await writeGrid(write, edition.id, { rules, indicators: [] }, own);
  await write('grid_version', [{ id: version, grid_id: grid, base_id: edition.base, fates }]);
  return { version, grid, ids };
}

/** Answers the identifiers of channels and criteria by code. */
async function writeGrid(
  write: Write,
  edition: string,
  { rules, indicators }: Pick<Imagined, 'rules' | 'indicators'>,
  own: { readonly id: string; readonly number?: number; readonly draft?: boolean } = { id: randomUUID() },
): Promise<Map<string, string>> {
  const grid = own.id;
  const named = { label: 'x', grid_id: grid };
  await write('grid', [
    { number: 1, draft: false, ...own, edition_id: edition, minimum_share: rules.minimumShare ?? null },
  ]);
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
      ...{ conditions: [], ...criterion, label: 'x', step_id: steps.find(({ code }) => code === step)?.id },
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
