import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import { columnFaults, duplicateFaults, type Plan } from '../kernel/import.ts';
import type { Row, Sheet } from '../kernel/sheet.ts';
import { structuresByReference } from '../structure/structure.service.ts';
import type { Structure } from '../structure/structure.ts';
import { certificationsIn, LONGEST_CERTIFICATION } from './enrolment.rules.ts';
import { Enrolment, PanelOrigin, Tier } from './enrolment.ts';
import { placesIn } from './placement.service.ts';

const columns = ['reference', 'formule', 'options', 'origine'];
/** Left out of the file, what is known of it stays. */
const CERTIFICATIONS = 'certifications';
const tiers: Readonly<Record<string, Tier>> = { gratuite: Tier.FREE, payante: Tier.PAID };
const origins: Readonly<Record<string, PanelOrigin>> = {
  volontaire: PanelOrigin.VOLUNTEER,
  panel: PanelOrigin.SELECTED,
};

/** What a file of enrolments comes to. The category is never in the file: the rules of the edition decide it. */
export async function planEnrolments(em: EntityManager, editionId: string, sheet: Sheet): Promise<Plan> {
  const edition = await editionGranting(em, editionId, 'ENROL', 'ENROLMENT_CLOSED');
  const missing = columnFaults(sheet, columns, new Set([...columns, CERTIFICATIONS]));
  if (missing.length > 0) return { created: 0, changed: 0, unchanged: 0, faults: missing, write: async () => {} };

  const references = sheet.rows.map(({ cells }) => cells.reference ?? '');
  const structures = await structuresByReference(em, references);
  const enrolled: Enrolment[] = await em.find(Enrolment, { edition });
  const stored = new Map(enrolled.map((enrolment) => [enrolment.structure.id, enrolment]));
  const placeOf = await placesIn(em, editionId);

  const faults = duplicateFaults(sheet.rows, 'reference');
  const read = sheet.rows.flatMap((row) => {
    const structure = structures.get(row.cells.reference ?? '');
    const place = structure && placeOf(structure);
    const category = place?.category ?? null;
    faults.push(...faultsOf(row, structure, category));
    if (!structure || !category) return [];
    const before = stored.get(structure.id);
    const { categoryMotive } = place ?? { categoryMotive: null };
    return [{ structure, category, categoryMotive, before, fields: fieldsOf(row) }];
  });
  const created = read.filter(({ before }) => !before);
  const changed = read.filter(({ before, fields }) => before && differs(before, fields));
  return {
    created: created.length,
    changed: changed.length,
    unchanged: read.length - created.length - changed.length,
    faults,
    write: async (em) => {
      for (const { structure, category, categoryMotive, fields } of created) {
        const { population, populationYear } = structure;
        const frozen = { population, populationYear, category, categoryMotive };
        em.create(Enrolment, { edition, structure, ...frozen, ...fields });
      }
      for (const { before, fields } of changed) if (before) em.assign(before, fields);
      await em.flush();
    },
  };
}

function faultsOf({ line, cells }: Row, structure: Structure | undefined, category: Category | null): Fault[] {
  const faults: Fault[] = [];
  const refuse = (column: string, reason: keyof typeof FaultReason) =>
    faults.push(fault(line, column, cells[column] ?? '', reason));
  if (!cells.reference) refuse('reference', 'MISSING_VALUE');
  else if (!structure) refuse('reference', 'UNKNOWN_STRUCTURE');
  else if (!category) refuse('reference', 'NO_CATEGORY');
  if (!tiers[wordOf(cells.formule ?? '')]) refuse('formule', 'UNKNOWN_VALUE');
  if (!['', 'accueil'].includes(wordOf(cells.options ?? ''))) refuse('options', 'UNKNOWN_VALUE');
  if (!origins[wordOf(cells.origine ?? '')]) refuse('origine', 'UNKNOWN_VALUE');
  if (certificationsIn([cells[CERTIFICATIONS] ?? '']).some(({ length }) => length > LONGEST_CERTIFICATION))
    refuse(CERTIFICATIONS, 'UNKNOWN_VALUE');
  return faults;
}

interface Fields {
  readonly tier: Tier;
  readonly reception: boolean;
  readonly origin: PanelOrigin;
  readonly certifications?: string[];
}

const fieldsOf = ({ cells }: Row): Fields => ({
  tier: tiers[wordOf(cells.formule ?? '')] ?? Tier.FREE,
  reception: wordOf(cells.options ?? '') === 'accueil',
  origin: origins[wordOf(cells.origine ?? '')] ?? PanelOrigin.VOLUNTEER,
  ...(cells[CERTIFICATIONS] === undefined ? {} : { certifications: certificationsIn([cells[CERTIFICATIONS]]) }),
});

const differs = (before: Enrolment, { certifications = before.certifications, ...fields }: Fields): boolean =>
  before.tier !== fields.tier ||
  before.reception !== fields.reception ||
  before.origin !== fields.origin ||
  before.certifications.join() !== certifications.join();
