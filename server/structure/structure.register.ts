import type { EntityManager } from '@mikro-orm/postgresql';
import { StructureKind } from '../kernel/kinds.ts';
import type { Row } from '../kernel/sheet.ts';
import { compact } from './structure.rules.ts';
import { formerReferences, type Place } from './structure.service.ts';

/** A structure of the register, as a file is compared with it. */
export interface Known {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly kind: StructureKind;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly inseeCode: string | null;
  readonly departmentCode: string | null;
  readonly regionCode: string | null;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly fictional: boolean;
  /** The reference of its body, empty when it is one itself. */
  readonly parent: string;
}

/** The register as a file is read against it: plain rows, since a country of communes as entities weighs too much. */
export class Register {
  readonly all: readonly Known[];
  private readonly byReference: ReadonlyMap<string, Known>;
  private readonly bySiret: ReadonlyMap<string | null, Known>;
  private readonly bySiren: ReadonlyMap<string | null, Known>;
  private readonly byCommune: ReadonlyMap<string | null, Known>;
  private readonly former: ReadonlyMap<string, string>;
  /** Where the structures that the file brings lie, as they are settled. */
  private readonly coming = new Map<string, Place>();

  private constructor(all: readonly Known[], former: ReadonlyMap<string, string>) {
    this.all = all;
    this.former = former;
    this.byReference = new Map(all.map((each) => [each.reference, each]));
    this.bySiret = new Map(all.map((each) => [each.siret, each]));
    this.bySiren = new Map(all.flatMap((each) => (each.parent ? [] : [[each.siren, each]])));
    const communes = all.filter(({ kind, parent }) => kind === StructureKind.COMMUNE && !parent);
    this.byCommune = new Map(communes.map((each) => [each.inseeCode, each]));
  }

  static async of(em: EntityManager): Promise<Register> {
    const all: Known[] = await em.execute(
      `select s.id, s.reference, s.name, s.kind, s.siren, s.siret, s.insee_code as "inseeCode",
         s.department_code as "departmentCode", s.region_code as "regionCode", s.population,
         s.population_year as "populationYear", s.fictional, coalesce(p.reference, '') as parent
       from structure s left join structure p on p.id = s.parent_id`,
    );
    return new Register(all, await formerReferences(em));
  }

  /** The reference a structure goes by today: another one than that of a file, when it was merged since. */
  current(reference: string): string {
    return this.byReference.has(reference) ? reference : (this.former.get(reference) ?? reference);
  }

  has(reference: string): boolean {
    return this.byReference.has(reference);
  }

  /** The structure a row is about; null for a new one. Only a row without a reference is recognised by its numbers. */
  known({ reference = '', siret = '', siren = '', code_insee: commune = '', parent = '' }: Row['cells']): Known | null {
    if (reference) return this.byReference.get(this.current(reference)) ?? null;
    const numbered = siret && this.bySiret.get(compact(siret));
    if (numbered) return numbered;
    if (parent) return null;
    return (siren && this.bySiren.get(compact(siren))) || (!siren && commune && this.byCommune.get(commune)) || null;
  }

  /** The reference of a new structure: its own, or else a number that is its alone. */
  referenceFor({
    reference = '',
    siret = '',
    siren = '',
    code_insee: commune = '',
    parent = '',
  }: Row['cells']): string {
    return reference || compact(siret) || (parent ? '' : compact(siren) || commune);
  }

  ids(): Map<string, string> {
    return new Map(this.all.map(({ reference, id }) => [reference, id]));
  }

  /** Where a body lies, of the register or of the file. */
  placeOf(reference: string): Place | null {
    return this.coming.get(reference) ?? this.byReference.get(reference) ?? null;
  }

  settle(reference: string, place: Place): void {
    this.coming.set(reference, place);
  }
}
