import { registerEnumType } from 'type-graphql';

/** What a person is here for. It decides which operations are open to them; rows are decided by each room's policy. */
export enum Role {
  ADMINISTRATOR = 'ADMINISTRATOR',
  MANAGER = 'MANAGER',
  CONTROLLER = 'CONTROLLER',
  AUDITOR = 'AUDITOR',
  JUROR = 'JUROR',
  PARTICIPANT = 'PARTICIPANT',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person is here for.',
  valuesConfig: {
    ADMINISTRATOR: { description: 'Keeps accounts and settings; may do everything staff may do.' },
    MANAGER: { description: 'Runs editions: configures, imports, scores, awards, publishes.' },
    CONTROLLER: { description: 'Checks audits before they count.' },
    AUDITOR: { description: 'Mystery citizen: fills in the audits given to them.' },
    JUROR: { description: 'Deliberates and selects laureates.' },
    PARTICIPANT: { description: 'Speaks for an audited structure: sees its own enrolments and nothing else.' },
  },
});

/** Those who run the barometer. */
export const STAFF = [Role.ADMINISTRATOR, Role.MANAGER] as const;

/** Who is asking. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The structure a participant speaks for. */
  readonly structureId: string | null;
}

export const isStaff = (actor: Actor): boolean => actor.role === Role.ADMINISTRATOR || actor.role === Role.MANAGER;
