import type { EntityManager } from '@mikro-orm/postgresql';
import { insertNouns, updateNouns } from '../kernel/bulk.ts';
import { decimalOf, wordOf } from '../kernel/cell.rules.ts';
import {
  columnFaults,
  type Plan,
  type Planner,
  refusedWhole,
  type Told,
  verdictsOf,
  written,
} from '../kernel/import.ts';
import type { Row } from '../kernel/sheet.ts';
import { Checks } from './structure.checks.ts';
import { type Field, fieldOf, kinds, structureColumns } from './structure.columns.ts';
import { type Known, Register } from './structure.register.ts';
import { compact } from './structure.rules.ts';
import { located } from './structure.service.ts';

/** What a row says, in the columns its file has. */
type Fields = Partial<Pick<Known, Field>>;

/** What a row says of a structure, and the one it is about; null for one that does not exist yet. */
interface Said {
  readonly line: number;
  readonly reference: string;
  readonly before: Known | null;
  readonly fields: Fields;
  /** The reference of its body, empty for none; undefined when the file does not say. */
  readonly parent: string | undefined;
}

/**
 * What a file of structures comes to. A structure is known by its reference, even one it had before a merge; without, by
 * its SIRET, its SIREN or the INSEE code of its commune. Its parent may stand in the same file. The rules are those of
 * the form: nothing comes in by a file that would be refused there.
 */
export const planStructures: Planner = async (em, { sheet }) => {
  const required = structureColumns.flatMap(({ name, required }) => (required ? [name] : []));
  const columns = columnFaults(sheet, required, new Set(structureColumns.map(({ name }) => name)));
  if (columns.length > 0) return refusedWhole(columns);

  const register = await Register.of(em);
  const said = new Map(sheet.rows.map((row) => [row.line, saidIn(register, row)]));
  const faults = new Checks(register, sheet.rows, (row) => about(said, row)).faults;
  const verdicts = verdictsOf(sheet, faults, nameOf, (row) => judged(about(said, row)));
  const good = verdicts.flatMap(({ line, outcome }) =>
    outcome === 'NEW' || outcome === 'CHANGED' ? [said.get(line) as Said] : [],
  );
  return { faults: [], verdicts, write: (em, told) => write(em, register, good, told) } satisfies Plan;
};

const about = (said: ReadonlyMap<number, Said>, { line }: Row): Said => said.get(line) as Said;
const nameOf = ({ cells }: Row): string => cells.nom || cells.reference || '';

function saidIn(register: Register, { line, cells }: Row): Said {
  const before = register.known(cells);
  const parent = cells.parent === undefined ? undefined : register.current(cells.parent);
  return {
    line,
    reference: before?.reference ?? register.referenceFor(cells),
    before,
    fields: fieldsOf(cells),
    parent,
  };
}

function fieldsOf(cells: Row['cells']): Fields {
  const said = Object.entries(fieldOf).flatMap(([column, field]) => {
    const cell = cells[column];
    return cell === undefined ? [] : [[field, cellValue(field, cell)] as const];
  });
  return Object.fromEntries(said) as Fields;
}

function cellValue(field: Field, cell: string): string | number | boolean | null {
  if (field === 'fictional') return wordOf(cell) === 'fictive';
  if (field === 'kind') return kinds[wordOf(cell)] ?? null;
  if (cell === '') return null;
  if (field === 'population' || field === 'populationYear') return Number(decimalOf(cell));
  return field === 'siren' || field === 'siret' ? compact(cell) : cell;
}

function judged({ before, fields, parent }: Said) {
  if (!before) return { outcome: 'NEW' as const };
  const differences = Object.entries(fieldOf).flatMap(([column, field]) =>
    field in fields && fields[field] !== before[field]
      ? [{ column, before: written(before[field]), after: written(fields[field]) }]
      : [],
  );
  if (parent !== undefined && parent !== before.parent)
    differences.push({ column: 'parent', before: written(before.parent), after: written(parent) });
  return differences.length > 0 ? { outcome: 'CHANGED' as const, differences } : { outcome: 'UNCHANGED' as const };
}

/** How many structures one statement writes: large enough to be fast, small enough for progress to be seen. */
const CHUNK = 5000;

/** Writes them, bodies before their sites: a site may carry the SIREN of its body only once it is known to be a site. */
async function write(em: EntityManager, register: Register, said: readonly Said[], told: Told): Promise<void> {
  const ids = register.ids();
  let done = 0;
  let waiting = said.filter(({ before }) => !before);
  while (waiting.length > 0) {
    const coming = new Set(waiting.map(({ reference }) => reference));
    const ready = waiting.filter(({ parent }) => !parent || !coming.has(parent));
    for (let from = 0; from < ready.length; from += CHUNK) {
      const some = ready.slice(from, from + CHUNK);
      const rows = some.map((each) => ({ ...columnsOf(created(register, each)), ...parentOf(each, ids) }));
      const given = await insertNouns(em, 'structure', rows);
      for (const [i, { reference }] of some.entries()) ids.set(reference, given[i] ?? '');
      done += some.length;
      told(done);
    }
    waiting = waiting.filter(({ parent }) => parent && coming.has(parent));
  }
  const changed = said.filter(({ before }) => before);
  for (let from = 0; from < changed.length; from += CHUNK) {
    const some = changed.slice(from, from + CHUNK);
    await updateNouns(
      em,
      'structure',
      some.map((each) => ({ id: each.before?.id, ...columnsOf(each.fields), ...parentOf(each, ids) })),
    );
    done += some.length;
    told(done);
  }
}

const parentOf = ({ parent, before }: Said, ids: ReadonlyMap<string, string>) =>
  parent === undefined ? (before ? {} : { parent_id: null }) : { parent_id: (parent && ids.get(parent)) || null };

/** A new structure as it is stored: complete, and placed where its commune or its body says when the file does not. */
function created(register: Register, { reference, fields, parent }: Said): Fields & { reference: string } {
  const empty = { siren: null, siret: null, inseeCode: null, departmentCode: null, regionCode: null };
  const whole = { ...empty, population: null, populationYear: null, fictional: false, ...fields };
  const stored = { ...whole, ...located(whole, (parent && register.placeOf(parent)) || null), reference };
  register.settle(reference, stored as never);
  return stored as Fields & { reference: string };
}

const columnsOf = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field.replace(/[A-Z]/g, (big) => `_${big.toLowerCase()}`), value]),
  );
