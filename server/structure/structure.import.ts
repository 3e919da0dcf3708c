import type { EntityManager } from '@mikro-orm/postgresql';
import { decimalOf, isShortened, wordOf } from '../kernel/cell.rules.ts';
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

/** Whole numbers, no larger than can be stored. */
const counts = [
  ['population', /^\d{1,9}$/],
  ['annee_population', /^\d{4}$/],
] as const;

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

/** The column each field is read from. A column left out of a file leaves its field as it is. */
const columnOf = {
  ...{ reference: 'reference', name: 'nom', kind: 'type', siren: 'siren', siret: 'siret', inseeCode: 'code_insee' },
  ...{ departmentCode: 'departement', regionCode: 'region', population: 'population' },
  ...{ populationYear: 'annee_population', fictional: 'provenance' },
} as const;
type Fields = { readonly reference: string } & Partial<Record<keyof typeof columnOf, unknown>>;

/** What a file of structures comes to. A structure is known by its reference; its parent may stand in the same file. */
export async function planStructures(em: EntityManager, sheet: Sheet): Promise<Plan> {
  const columns = columnFaults(sheet, required, known);
  if (columns.length > 0) return { created: 0, changed: 0, unchanged: 0, faults: columns, write: async () => {} };

  const register: Structure[] = await em.find(Structure, {}, { populate: ['parent'] });
  const stored = new Map(register.map((each) => [each.reference, each]));
  const faults = [...duplicateFaults(sheet.rows, 'reference'), ...new Checks(register, sheet.rows).faults];

  const read = sheet.rows.map((row) => ({ fields: fieldsOf(row), parent: row.cells.parent }));
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
      const parentIn = (parent: string | undefined) =>
        parent === undefined ? {} : { parent: parent ? stored.get(parent) : null };
      // Bodies before their sites: a site may carry the SIREN of its body only once it is known to be a site.
      let waiting = created;
      while (waiting.length > 0) {
        const coming = new Set(waiting.map(({ fields }) => fields.reference));
        const ready = waiting.filter(({ parent }) => !parent || !coming.has(parent));
        for (const { fields, parent } of ready)
          stored.set(fields.reference, em.create(Structure, { ...fields, ...parentIn(parent) } as never));
        await em.flush();
        waiting = waiting.filter((each) => !ready.includes(each));
      }
      for (const { fields, parent } of changed)
        em.assign(stored.get(fields.reference) as Structure, { ...fields, ...parentIn(parent) } as never);
      await em.flush();
    },
  };
}

/** Looks at the rows of a file one by one, against the register and one another. */
class Checks {
  readonly faults: Fault[] = [];
  /** By reference, that of its parent, as it will be. */
  private readonly parents: Map<string, string>;
  private readonly sirens: Map<string | null, string>;
  private readonly sirets: Map<string | null, string>;

  constructor(register: readonly Structure[], rows: readonly Row[]) {
    this.parents = new Map(register.map(({ reference, parent }) => [reference, parent?.getEntity().reference ?? '']));
    this.sirens = new Map(register.filter(({ parent }) => !parent).map(({ siren, reference }) => [siren, reference]));
    this.sirets = new Map(register.map(({ siret, reference }) => [siret, reference]));
    for (const { cells } of rows)
      this.parents.set(cells.reference ?? '', cells.parent ?? this.parents.get(cells.reference ?? '') ?? '');
    for (const row of rows) this.check(row);
  }

  private check({ line, cells }: Row): void {
    const at = (column: string) => cells[column] ?? '';
    const refuse = (column: string, reason: keyof typeof FaultReason) =>
      this.faults.push(fault(line, column, at(column), reason));
    for (const column of required) if (at(column) === '') refuse(column, 'MISSING_VALUE');
    if (at('type') && !kinds[wordOf(at('type'))]) refuse('type', 'UNKNOWN_VALUE');
    if (at('siren') && !isSiren(compact(at('siren'))))
      refuse('siren', isShortened(at('siren')) ? 'SHORTENED_NUMBER' : 'WRONG_CHECK_DIGIT');
    if (at('siret') && !isSiret(compact(at('siret'))))
      refuse('siret', isShortened(at('siret')) ? 'SHORTENED_NUMBER' : 'WRONG_CHECK_DIGIT');
    for (const [column, shape] of counts)
      if (at(column) && !shape.test(decimalOf(at(column)) ?? '')) refuse(column, 'NOT_A_COUNT');
    if (at('parent') && !this.parents.has(at('parent'))) refuse('parent', 'UNKNOWN_STRUCTURE');
    if (at('parent') && this.leadsBack(at('reference'))) refuse('parent', 'CONTRADICTORY_STRUCTURE');
    if (at('provenance') && !['reelle', 'fictive'].includes(wordOf(at('provenance'))))
      refuse('provenance', 'UNKNOWN_VALUE');
    const taken = (owners: Map<string | null, string>, number: string): boolean => {
      const owner = owners.get(number) ?? at('reference');
      owners.set(number, owner);
      return owner !== at('reference');
    };
    const isSite = this.parents.get(at('reference')) !== '';
    if (at('siren') && !isSite && taken(this.sirens, compact(at('siren')))) refuse('siren', 'DUPLICATE');
    if (at('siret') && taken(this.sirets, compact(at('siret')))) refuse('siret', 'DUPLICATE');
  }

  /** Whether the parents of a structure, followed upwards, lead back to it. */
  private leadsBack(reference: string): boolean {
    const seen = new Set<string>();
    let above = this.parents.get(reference);
    while (above && above !== reference && !seen.has(above)) {
      seen.add(above);
      above = this.parents.get(above);
    }
    return above === reference;
  }
}

function fieldsOf({ cells }: Row): Fields {
  const text = (column: string): string | null => cells[column] || null;
  const number = (column: string): number | null => (text(column) ? Number(decimalOf(cells[column] ?? '')) : null);
  const fields = {
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
  const present = Object.entries(fields).filter(([field]) => columnOf[field as keyof typeof columnOf] in cells);
  return Object.fromEntries(present) as Fields;
}

function differs(stored: Structure, fields: Fields, parent: string | undefined): boolean {
  const parentReference = stored.parent?.getEntity().reference ?? '';
  return (
    (parent !== undefined && parent !== parentReference) ||
    Object.entries(fields).some(([key, value]) => stored[key as keyof Structure] !== value)
  );
}
