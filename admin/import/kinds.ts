import type { EventKind } from '../../server/delay/delay.rules.ts';
import { run } from '../kernel/api.ts';
import { ImportAudits, ImportEnrolments, ImportStructures, type Report } from './import.graphql.ts';

/** What a file may hold. */
export const kinds = ['structure', 'enrolment', 'audit'] as const;
export type Kind = (typeof kinds)[number];

export const isKind = (word: string | undefined): word is Kind => kinds.some((kind) => kind === word);

/** What the phase of the edition must allow; nothing for the register, which belongs to no edition. */
export const rightFor: Readonly<Record<Kind, string | null>> = {
  structure: null,
  enrolment: 'ENROL',
  audit: 'IMPORT',
};

/** The columns a file must have, then those it may have, as the imports of the server reads them. */
export const columnsOf: Readonly<Record<Kind, { readonly must: readonly string[]; readonly may: readonly string[] }>> =
  {
    structure: {
      must: ['reference', 'nom', 'type'],
      may: [
        ...['siren', 'siret', 'code_insee', 'departement', 'region'],
        ...['population', 'annee_population', 'parent', 'provenance'],
      ],
    },
    enrolment: { must: ['reference', 'formule', 'options', 'origine'], may: ['certifications'] },
    audit: { must: ['test', 'reference', 'canal', 'date'], may: ['siren'] },
  };

/** The columns that say when things happened, as the imports of the server reads them. */
export const eventColumns: Readonly<Record<EventKind, string>> = {
  ...{ SENT: 'envoi', ACKNOWLEDGED: 'accuse', ANSWERED: 'reponse' },
  ...{ ATTEMPTED: 'appel', RANG: 'sonnerie', CONNECTED: 'decroche' },
};

/** Looks at a file that was sent, or imports it. */
export async function importFile(kind: Kind, editionId: string, uploadId: string, apply: boolean): Promise<Report> {
  if (kind === 'structure') return (await run(ImportStructures, { uploadId, apply })).report;
  const document = kind === 'enrolment' ? ImportEnrolments : ImportAudits;
  return (await run(document, { editionId, uploadId, apply })).report;
}
