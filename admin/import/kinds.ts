import type { EventKind } from '../../server/delay/delay.rules.ts';
import type { Run } from './import.graphql.ts';

/** What a file may hold, as its address says it. */
export const kinds = ['structure', 'enrolment', 'contact', 'audit'] as const;
export type Kind = (typeof kinds)[number];

export const isKind = (word: string | undefined): word is Kind => kinds.some((kind) => kind === word);

/** The word of the contract, and back. */
export const wireOf = (kind: Kind) => kind.toUpperCase() as Run['kind'];
export const kindOf = (run: { readonly kind: Run['kind'] }) => run.kind.toLowerCase() as Kind;

/** Whether files of a kind belong to an edition; the others belong to the register. */
export const ofAnEdition = (kind: Kind): boolean => rightFor[kind] !== null;

/** What the phase of the edition must allow; nothing for the register, which belongs to no edition. */
export const rightFor: Readonly<Record<Kind, string | null>> = {
  ...{ structure: null, contact: null },
  ...{ enrolment: 'ENROL', audit: 'IMPORT' },
};

/** The list where what was imported is found. */
export const listOf: Readonly<Record<Kind, string>> = {
  ...{ structure: 'structure', enrolment: 'enrolment' },
  ...{ contact: 'structure', audit: 'audit' },
};

/** The columns that say when things happened, as the imports of the server read them. */
export const eventColumns: Readonly<Record<EventKind, string>> = {
  ...{ SENT: 'envoi', ACKNOWLEDGED: 'accuse', ANSWERED: 'reponse' },
  ...{ ATTEMPTED: 'appel', RANG: 'sonnerie', CONNECTED: 'decroche' },
};
