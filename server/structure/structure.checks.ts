import { decimalOf, isShortened, wordOf } from '../kernel/cell.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import type { StructureKind } from '../kernel/kinds.ts';
import { isCode, isTitle } from '../kernel/scalars.ts';
import type { Row } from '../kernel/sheet.ts';
import { mismatchOf } from './mismatch.ts';
import { kinds } from './structure.columns.ts';
import type { Register } from './structure.register.ts';
import { compact, isSiren, isSiret } from './structure.rules.ts';

/** Whole numbers, no larger than can be stored. */
const counts = [
  ['population', /^\d{1,9}$/],
  ['annee_population', /^\d{4}$/],
] as const;
const codes = ['reference', 'code_insee', 'departement', 'region'];

/** What a row is about, as far as checks go. */
interface About {
  readonly reference: string;
  readonly before: { readonly siren: string | null; readonly inseeCode: string | null } | null;
  readonly fields: { readonly kind?: unknown };
  readonly parent: string | undefined;
}

/** Looks at the rows of a file one by one, against the register and one another. */
export class Checks {
  readonly faults: Fault[] = [];
  /** By reference, that of its parent, as it will be. */
  private readonly parents: Map<string, string>;
  private readonly sirens: Map<string | null, string>;
  private readonly sirets: Map<string | null, string>;
  private readonly seen = new Set<string>();

  constructor(
    private readonly register: Register,
    rows: readonly Row[],
    private readonly aboutOf: (row: Row) => About,
  ) {
    this.parents = new Map(register.all.map(({ reference, parent }) => [reference, parent]));
    this.sirens = new Map(register.all.flatMap((each) => (each.parent ? [] : [[each.siren, each.reference]])));
    this.sirets = new Map(register.all.map(({ siret, reference }) => [siret, reference]));
    for (const row of rows) {
      const { reference, parent } = aboutOf(row);
      this.parents.set(reference, parent ?? this.parents.get(reference) ?? '');
    }
    for (const row of rows) this.check(row);
    this.refuseSites(rows);
  }

  private refuse({ line, cells }: Row, column: string, reason: keyof typeof FaultReason): void {
    this.faults.push(fault(line, column, cells[column] ?? '', reason));
  }

  private check(row: Row): void {
    const { cells } = row;
    const at = (column: string) => cells[column] ?? '';
    const { reference } = this.aboutOf(row);
    for (const column of ['nom', 'type']) if (at(column) === '') this.refuse(row, column, 'MISSING_VALUE');
    if (reference === '') this.refuse(row, 'reference', 'MISSING_VALUE');
    else if (this.seen.has(reference)) this.refuse(row, 'reference', 'DUPLICATE');
    this.seen.add(reference);
    if (at('nom') && !isTitle(at('nom'))) this.refuse(row, 'nom', 'TOO_LONG');
    for (const column of codes) if (at(column) && !isCode(at(column))) this.refuse(row, column, 'UNKNOWN_VALUE');
    if (at('type') && !kinds[wordOf(at('type'))]) this.refuse(row, 'type', 'UNKNOWN_VALUE');
    for (const [column, shape] of counts)
      if (at(column) && !shape.test(decimalOf(at(column)) ?? '')) this.refuse(row, column, 'NOT_A_COUNT');
    if (at('provenance') && !['reelle', 'fictive'].includes(wordOf(at('provenance'))))
      this.refuse(row, 'provenance', 'UNKNOWN_VALUE');
    this.checkParent(row);
    this.checkNumbers(row);
  }

  private checkParent(row: Row): void {
    const { reference, parent } = this.aboutOf(row);
    if (!parent) return;
    if (!this.parents.has(parent)) this.refuse(row, 'parent', 'UNKNOWN_STRUCTURE');
    else if (this.leadsBack(reference)) this.refuse(row, 'parent', 'CONTRADICTORY_STRUCTURE');
  }

  private checkNumbers(row: Row): void {
    const { cells } = row;
    const { reference, before, fields } = this.aboutOf(row);
    const number = (column: 'siren' | 'siret', holds: (number: string) => boolean): string | null => {
      const cell = cells[column] ?? '';
      if (cell && !holds(compact(cell)))
        this.refuse(row, column, isShortened(cell) ? 'SHORTENED_NUMBER' : 'WRONG_CHECK_DIGIT');
      return compact(cell) || null;
    };
    const siren = number('siren', isSiren);
    const siret = number('siret', isSiret);
    const taken = (owners: Map<string | null, string>, number: string): boolean => {
      const owner = owners.get(number) ?? reference;
      owners.set(number, owner);
      return owner !== reference;
    };
    const isSite = (this.parents.get(reference) ?? '') !== '';
    if (siren && !isSite && taken(this.sirens, siren)) this.refuse(row, 'siren', 'DUPLICATE');
    if (siret && taken(this.sirets, siret)) this.refuse(row, 'siret', 'DUPLICATE');
    const said = {
      ...{ name: cells.nom ?? '', kind: (fields.kind ?? null) as StructureKind | null, isSite },
      siren: cells.siren === undefined ? (before?.siren ?? null) : siren,
      inseeCode: cells.code_insee === undefined ? (before?.inseeCode ?? null) : cells.code_insee || null,
    };
    if (mismatchOf(said)?.certain) this.refuse(row, 'siren', 'SIREN_OF_ANOTHER');
  }

  /** A site whose body is in the file and refused goes with it, and so do its own sites. */
  private refuseSites(rows: readonly Row[]): void {
    const refused = new Set(this.faults.map(({ line }) => line));
    const bodies = new Map(rows.map((row) => [this.aboutOf(row).reference, row.line]));
    for (let grew = true; grew; ) {
      grew = false;
      for (const row of rows) {
        const { parent } = this.aboutOf(row);
        const body = parent ? bodies.get(parent) : undefined;
        if (!parent || refused.has(row.line) || body === undefined || !refused.has(body)) continue;
        if (this.register.has(parent)) continue;
        this.refuse(row, 'parent', 'PARENT_REFUSED');
        refused.add(row.line);
        grew = true;
      }
    }
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
