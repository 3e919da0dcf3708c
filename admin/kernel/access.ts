import type { ResultOf } from './graphql.ts';
import { graphql } from './graphql.ts';
import { isOffStage } from './stage.ts';

/** Who is signed in. */
export const Me = graphql(`query Me { me { id name email role structureId twoFactorEnabled } }`);
export type Me = NonNullable<ResultOf<typeof Me>['me']>;
export type Role = Me['role'];

const roles = ['ADMINISTRATOR', 'MANAGER', 'CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const;

const staff: readonly Role[] = ['ADMINISTRATOR', 'MANAGER'];
const administrator: readonly Role[] = ['ADMINISTRATOR'];

/**
 * What each role is shown. The server alone decides what it may do: this only keeps closed doors out of sight.
 * `read` opens lists and pages, `write` their forms and deletion.
 */
const doors: Readonly<Record<string, { readonly read: readonly Role[]; readonly write: readonly Role[] }>> = {
  edition: { read: roles.filter((role) => role !== 'JUROR'), write: staff },
  category: { read: staff, write: staff },
  configuration: { read: staff, write: staff },
  grid: { read: [...staff, 'CONTROLLER'], write: staff },
  criterion: { read: [...staff, 'CONTROLLER'], write: staff },
  structure: { read: [...staff, 'CONTROLLER'], write: staff },
  duplicate: { read: staff, write: staff },
  invitation: { read: staff, write: staff },
  enrolment: { read: [...staff, 'CONTROLLER', 'PARTICIPANT'], write: staff },
  plan: { read: staff, write: staff },
  assignment: { read: [...staff, 'CONTROLLER'], write: staff },
  scenario: { read: staff, write: staff },
  persona: { read: staff, write: staff },
  auditor: { read: staff, write: staff },
  briefing: { read: staff, write: staff },
  audit: { read: [...staff, 'CONTROLLER'], write: [...staff, 'CONTROLLER'] },
  submission: { read: staff, write: staff },
  claim: { read: [...staff, 'CONTROLLER'], write: [...staff, 'CONTROLLER'] },
  control: { read: [...staff, 'CONTROLLER'], write: staff },
  effect: { read: staff, write: [] },
  dossier: { read: [...staff, 'JUROR'], write: ['JUROR'] },
  meeting: { read: [...staff, 'JUROR'], write: ['JUROR'] },
  tie: { read: ['JUROR'], write: ['JUROR'] },
  ceremony: { read: staff, write: [] },
  trophy: { read: staff, write: staff },
  laureate: { read: staff, write: staff },
  licence: { read: staff, write: staff },
  special_prize: { read: staff, write: staff },
  rehearsal: { read: staff, write: staff },
  panel: { read: staff, write: staff },
  mandate: { read: staff, write: staff },
  conflict: { read: staff, write: staff },
  agenda: { read: staff, write: staff },
  decision: { read: staff, write: [] },
  point: { read: staff, write: staff },
  dataset: { read: staff, write: staff },
  turnout: { read: staff, write: [] },
  cockpit: { read: staff, write: [] },
  ranking: { read: staff, write: staff },
  delay: { read: staff, write: staff },
  workshop: { read: staff, write: staff },
  comparison: { read: staff, write: [] },
  indicator: { read: staff, write: [] },
  award: { read: staff, write: staff },
  publication: { read: staff, write: staff },
  partner_access: { read: staff, write: staff },
  synthesis: { read: staff, write: staff },
  individual: { read: staff, write: staff },
  embargo: { read: staff, write: staff },
  change: { read: staff, write: [] },
  trash: { read: staff, write: staff },
  upload: { read: staff, write: staff },
  account: { read: administrator, write: administrator },
  mail: { read: administrator, write: [] },
};

/** Whether a door is shown to a role. An action other than reading is writing; a resource of no list is shown. */
export function mayOpen(role: Role | undefined, resource: string, action = 'list'): boolean {
  if (isOffStage(resource)) return false;
  const door = doors[resource];
  if (!role || !door) return role !== undefined;
  return (action === 'list' || action === 'show' || action === 'export' ? door.read : door.write).includes(role);
}

export const isStaff = (role: Role | undefined): boolean => role !== undefined && staff.includes(role);
