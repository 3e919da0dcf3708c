import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { insertNouns, updateNouns } from '../kernel/bulk.ts';
import { dayOf, isSerialDay, wordOf } from '../kernel/cell.rules.ts';
import type { Column } from '../kernel/column.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import { columnFaults, type Planner, refusedWhole, verdictsOf, written } from '../kernel/import.ts';
import type { Row } from '../kernel/sheet.ts';
import { structuresByReference } from '../structure/structure.service.ts';
import type { Structure } from '../structure/structure.ts';
import { closestMisfit } from './category.rules.ts';
import { certificationsIn, LONGEST_CERTIFICATION } from './enrolment.rules.ts';
import { Enrolment, PanelOrigin, Tier } from './enrolment.ts';
import { type Place, placesIn } from './placement.service.ts';

const tiers: Readonly<Record<string, Tier>> = { gratuite: Tier.FREE, payante: Tier.PAID };
const origins: Readonly<Record<string, PanelOrigin>> = {
  volontaire: PanelOrigin.VOLUNTEER,
  panel: PanelOrigin.SELECTED,
};

/** The columns of a file of enrolments. What it does not say of those it may leave out stays as it is. */
export const enrolmentColumns: readonly Column[] = [
  { name: 'reference', required: true, synonyms: ['ref', 'reference structure', 'structure', 'identifiant'] },
  {
    name: 'formule',
    required: true,
    synonyms: ['tarif', 'offre', 'type inscription'],
    values: ['Gratuite', 'Payante'],
  },
  { name: 'options', required: true, synonyms: ['option', 'option accueil', 'accueil'], values: ['Accueil'] },
  { name: 'origine', required: true, synonyms: ['provenance', 'mode inscription'], values: ['Volontaire', 'Panel'] },
  { name: 'certifications', required: false, synonyms: ['certification', 'labels', 'label'] },
  { name: 'inscrite_le', required: false, synonyms: ['date inscription', 'inscription', 'inscrit le', 'date'] },
];

interface Fields {
  readonly tier: Tier;
  readonly reception: boolean;
  readonly origin: PanelOrigin;
  readonly certifications?: string[];
  readonly enrolledOn?: string | null;
}

/** What a row that has no fault says. */
interface Said {
  readonly structure: Structure;
  readonly place: Place;
  readonly before: Enrolment | undefined;
  readonly fields: Fields;
}

/**
 * What a file of enrolments comes to. The category is never in the file: the rules of the edition decide it once, when a
 * structure enrols.
 */
export const planEnrolments: Planner = async (em, { editionId, sheet }) => {
  const edition = await editionGranting(em, editionId, 'ENROL', 'ENROLMENT_CLOSED');
  const required = enrolmentColumns.flatMap(({ name, required }) => (required ? [name] : []));
  const columns = columnFaults(sheet, required, new Set(enrolmentColumns.map(({ name }) => name)));
  if (columns.length > 0) return refusedWhole(columns);

  const structures = await structuresByReference(
    em,
    sheet.rows.map(({ cells }) => cells.reference ?? ''),
  );
  const enrolled: Enrolment[] = await em.find(Enrolment, { edition });
  const stored = new Map(enrolled.map((enrolment) => [enrolment.structure.id, enrolment]));
  const categories = await em.find(Category, { edition });
  const placeOf = await placesIn(em, editionId);
  const said = new Map<number, Said>();
  const seen = new Set<Structure>();
  const faults = sheet.rows.flatMap((row) => {
    const structure = structures.get(row.cells.reference ?? '');
    const before = structure && stored.get(structure.id);
    const place = structure && placeOf(structure);
    const own = faultsOf(row, structure);
    if (structure && seen.has(structure))
      own.push(fault(row.line, 'reference', row.cells.reference ?? '', 'DUPLICATE'));
    if (structure && !before && !place?.category) {
      const unknown = place?.claims.length === 0 && closestMisfit(categories, structure) === 'POPULATION_UNKNOWN';
      own.push(fault(row.line, 'reference', row.cells.reference ?? '', unknown ? 'POPULATION_MISSING' : 'NO_CATEGORY'));
    }
    if (structure) seen.add(structure);
    if (structure && place) said.set(row.line, { structure, place, before, fields: fieldsOf(row) });
    return own;
  });
  const verdicts = verdictsOf(
    sheet,
    faults,
    ({ line, cells }) => said.get(line)?.structure.name ?? cells.reference ?? '',
    ({ line }) => judged(said.get(line) as Said),
  );
  const good = verdicts.flatMap(({ line, outcome }) =>
    outcome === 'NEW' || outcome === 'CHANGED' ? [said.get(line) as Said] : [],
  );
  return {
    ...{ faults: [], verdicts },
    write: async (em, told) => {
      await write(em, edition.id, good);
      told(good.length);
    },
  };
};

function faultsOf({ line, cells }: Row, structure: Structure | undefined): Fault[] {
  const faults: Fault[] = [];
  const refuse = (column: string, reason: keyof typeof FaultReason) =>
    faults.push(fault(line, column, cells[column] ?? '', reason));
  if (!cells.reference) refuse('reference', 'MISSING_VALUE');
  else if (!structure) refuse('reference', 'UNKNOWN_STRUCTURE');
  if (!tiers[wordOf(cells.formule ?? '')]) refuse('formule', 'UNKNOWN_VALUE');
  if (!['', 'accueil'].includes(wordOf(cells.options ?? ''))) refuse('options', 'UNKNOWN_VALUE');
  if (!origins[wordOf(cells.origine ?? '')]) refuse('origine', 'UNKNOWN_VALUE');
  if (certificationsIn([cells.certifications ?? '']).some(({ length }) => length > LONGEST_CERTIFICATION))
    refuse('certifications', 'TOO_LONG');
  const day = cells.inscrite_le ?? '';
  if (day && !dayOf(day)) refuse('inscrite_le', isSerialDay(day) ? 'DATE_AS_NUMBER' : 'NOT_A_DATE');
  return faults;
}

const fieldsOf = ({ cells }: Row): Fields => ({
  tier: tiers[wordOf(cells.formule ?? '')] ?? Tier.FREE,
  reception: wordOf(cells.options ?? '') === 'accueil',
  origin: origins[wordOf(cells.origine ?? '')] ?? PanelOrigin.VOLUNTEER,
  ...(cells.certifications === undefined ? {} : { certifications: certificationsIn([cells.certifications]) }),
  ...(cells.inscrite_le === undefined ? {} : { enrolledOn: dayOf(cells.inscrite_le) }),
});

/** A field as a file writes it, to be told in a difference. */
const cellOf = {
  formule: ({ tier }: Fields) => (tier === Tier.PAID ? 'Payante' : 'Gratuite'),
  options: ({ reception }: Fields) => (reception ? 'Accueil' : null),
  origine: ({ origin }: Fields) => (origin === PanelOrigin.SELECTED ? 'Panel' : 'Volontaire'),
  certifications: ({ certifications }: Fields) => written(certifications?.join(', ')),
  inscrite_le: ({ enrolledOn }: Fields) => written(enrolledOn),
} as const;

function judged({ before, fields }: Said) {
  if (!before) return { outcome: 'NEW' as const };
  const { tier, reception, origin, certifications, enrolledOn } = before;
  const after = { certifications, enrolledOn, ...fields };
  const differences = Object.entries(cellOf).flatMap(([column, cell]) => {
    const [was, is] = [cell({ tier, reception, origin, certifications, enrolledOn }), cell(after)];
    return was === is ? [] : [{ column, before: was, after: is }];
  });
  return differences.length > 0 ? { outcome: 'CHANGED' as const, differences } : { outcome: 'UNCHANGED' as const };
}

async function write(em: EntityManager, edition: string, said: readonly Said[]): Promise<void> {
  const rowOf = ({ tier, reception, origin, certifications, enrolledOn }: Fields) => ({
    ...{ tier, reception, origin },
    ...(certifications && { certifications }),
    ...(enrolledOn !== undefined && { enrolled_on: enrolledOn }),
  });
  const created = said.filter(({ before }) => !before);
  await insertNouns(
    em,
    'enrolment',
    created.map(({ structure, place, fields }) => ({
      ...{ edition_id: edition, structure_id: structure.id, category_id: place.category?.id },
      ...{ population: structure.population, population_year: structure.populationYear },
      ...{ category_motive: place.categoryMotive, certifications: [], ...rowOf(fields) },
    })),
  );
  const changed = said.filter(({ before }) => before);
  await updateNouns(
    em,
    'enrolment',
    changed.map(({ before, fields }) => ({ id: before?.id, ...rowOf(fields) })),
  );
}
