import type { EntityManager } from '@mikro-orm/postgresql';
import { decimalOf, wordOf } from '../kernel/cell.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import { columnFaults, duplicateFaults, type Plan } from '../kernel/import.ts';
import { StructureKind } from '../kernel/kinds.ts';
import type { Row, Sheet } from '../kernel/sheet.ts';
import { compact, isSiren, isSiret } from './structure.rules.ts';
import { Structure } from './structure.ts';

const required = ['reference', 'nom', 'type'];
const known = new Set([
  ...required,
  ...[
    'siren',
    'siret',
    'code_insee',
    'departement',
    'region',
    'population',
    'annee_population',
    'parent',
    'provenance',
  ],
]);

/** The kinds of structure as files name them. */
const kinds: Readonly<Record<string, StructureKind>> = {
  commune: StructureKind.COMMUNE,
  intercommunalite: StructureKind.INTERCOMMUNALITY,
  departement: StructureKind.DEPARTMENT,
  region: StructureKind.REGION,
  'france services': StructureKind.FRANCE_SERVICES,
  'service social': StructureKind.SOCIAL_SERVICE,
  'service de developpement': StructureKind.DEVELOPMENT_SERVICE,
  'service education et culture': StructureKind.EDUCATION_CULTURE_SERVICE,
  autre: StructureKind.OTHER,
};

/** What a file of structures comes to. A structure is known by its reference; its parent may stand in the same file. */
export async function planStructures(em: EntityManager, sheet: Sheet): Promise<Plan> {
  const columns = columnFaults(sheet, required, known);
  if (columns.length > 0) return { created: 0, changed: 0, unchanged: 0, faults: columns, write: async () => {} };

  const register: Structure[] = await em.find(Structure, {}, { populate: ['parent'] });
  const stored = new Map(register.map((each) => [each.reference, each]));
  const announced = new Set(sheet.rows.map(({ cells }) => cells.reference ?? ''));
  const sirens = new Map([...stored.values()].filter((s) => s.siren && !s.parent).map((s) => [s.siren, s.reference]));

  const faults: Fault[] = duplicateFaults(sheet.rows, 'reference');
  for (const row of sheet.rows)
    faults.push(...faultsOf(row, (reference) => stored.has(reference) || announced.has(reference), sirens));

  const read = sheet.rows.map((row) => ({ fields: fieldsOf(row), parent: row.cells.parent || null }));
  const storedAs = (reference: string) => stored.get(reference);
  const created = read.filter(({ fields }) => !storedAs(fields.reference));
  const changed = read.filter(({ fields, parent }) => {
    const before = storedAs(fields.reference);
    return before && differs(before, fields, parent);
  });
  return {
    created: created.length,
    changed: changed.length,
    unchanged: read.length - created.length - changed.length,
    faults,
    write: async (em) => {
      for (const { fields } of created) stored.set(fields.reference, em.create(Structure, fields as never));
      for (const { fields } of changed) em.assign(stored.get(fields.reference) as Structure, fields as never);
      for (const { fields, parent } of [...created, ...changed])
        em.assign(stored.get(fields.reference) as Structure, { parent: parent ? stored.get(parent) : null } as never);
      await em.flush();
    },
  };
}

function faultsOf(
  { line, cells }: Row,
  exists: (reference: string) => boolean,
  sirens: Map<string | null, string>,
): Fault[] {
  const at = (column: string) => cells[column] ?? '';
  const faults = required
    .filter((column) => at(column) === '')
    .map((column) => fault(line, column, '', 'MISSING_VALUE'));
  const refuse = (column: string, reason: keyof typeof FaultReason) =>
    faults.push(fault(line, column, at(column), reason));
  if (at('type') && !kinds[wordOf(at('type'))]) refuse('type', 'UNKNOWN_VALUE');
  if (at('siren') && !isSiren(compact(at('siren')))) refuse('siren', 'WRONG_CHECK_DIGIT');
  if (at('siret') && !isSiret(compact(at('siret')))) refuse('siret', 'WRONG_CHECK_DIGIT');
  for (const column of ['population', 'annee_population'])
    if (at(column) && !/^\d+$/.test(decimalOf(at(column)) ?? '')) refuse(column, 'NOT_A_COUNT');
  if (at('parent') && !exists(at('parent'))) refuse('parent', 'UNKNOWN_STRUCTURE');
  if (at('parent') && at('parent') === at('reference')) refuse('parent', 'CONTRADICTORY_STRUCTURE');
  if (at('provenance') && !['reelle', 'fictive'].includes(wordOf(at('provenance'))))
    refuse('provenance', 'UNKNOWN_VALUE');
  if (at('siren') && !at('parent')) {
    const siren = compact(at('siren'));
    const owner = sirens.get(siren);
    if (owner && owner !== at('reference')) refuse('siren', 'DUPLICATE');
    else sirens.set(siren, at('reference'));
  }
  return faults;
}

function fieldsOf({ cells }: Row) {
  const text = (column: string): string | null => cells[column] || null;
  const number = (column: string): number | null => (text(column) ? Number(decimalOf(cells[column] ?? '')) : null);
  return {
    reference: cells.reference ?? '',
    name: cells.nom ?? '',
    kind: kinds[wordOf(cells.type ?? '')] ?? StructureKind.OTHER,
    siren: text('siren') && compact(cells.siren ?? ''),
    siret: text('siret') && compact(cells.siret ?? ''),
    inseeCode: text('code_insee'),
    departmentCode: text('departement'),
    regionCode: text('region'),
    population: number('population'),
    populationYear: number('annee_population'),
    fictional: wordOf(cells.provenance ?? '') === 'fictive',
  };
}

function differs(stored: Structure, fields: ReturnType<typeof fieldsOf>, parent: string | null): boolean {
  const parentReference = stored.parent?.getEntity().reference ?? null;
  return (
    parent !== parentReference ||
    Object.entries(fields).some(([key, value]) => stored[key as keyof Structure] !== value)
  );
}
