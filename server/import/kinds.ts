import type { EntityManager } from '@mikro-orm/postgresql';
import { auditColumns, planAudits } from '../audit/audit.import.ts';
import { followingPlaces } from '../audit/audit.service.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { contactColumns, planContacts } from '../enrolment/contact.import.ts';
import { enrolmentColumns, planEnrolments } from '../enrolment/enrolment.import.ts';
import type { Column } from '../kernel/column.rules.ts';
import type { Planner } from '../kernel/import.ts';
import { structureColumns } from '../structure/structure.columns.ts';
import { planStructures } from '../structure/structure.import.ts';
import { ImportKind } from './run.ts';

/** How files of a kind are read: one rule each, in the room whose records they bring. */
interface Kind {
  readonly ofAnEdition: boolean;
  /** Refused when the phase of the edition does not let such files in. */
  open(em: EntityManager, editionId: string): Promise<unknown>;
  columns(em: EntityManager, editionId: string): Promise<readonly Column[]>;
  readonly plan: Planner;
}

const always = async () => {};

/** A file of the register may say that a structure lies elsewhere: its delays follow it, as when it is corrected by hand. */
const planRegister: Planner = async (em, planned) => {
  const plan = await planStructures(em, planned);
  return { ...plan, write: (em, told) => followingPlaces(em, (em) => plan.write(em, told)) };
};

export const kinds: Readonly<Record<ImportKind, Kind>> = {
  [ImportKind.STRUCTURE]: {
    ...{ ofAnEdition: false, open: always, plan: planRegister },
    columns: async () => structureColumns,
  },
  [ImportKind.CONTACT]: {
    ...{ ofAnEdition: false, open: always, plan: planContacts },
    columns: async () => contactColumns,
  },
  [ImportKind.ENROLMENT]: {
    ...{ ofAnEdition: true, plan: planEnrolments },
    open: (em, editionId) => editionGranting(em, editionId, 'ENROL', 'ENROLMENT_CLOSED'),
    columns: async () => enrolmentColumns,
  },
  [ImportKind.AUDIT]: {
    ...{ ofAnEdition: true, columns: auditColumns, plan: planAudits },
    open: (em, editionId) => editionGranting(em, editionId, 'IMPORT', 'IMPORT_CLOSED'),
  },
};
