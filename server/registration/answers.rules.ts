import { compact, isSiren } from '../structure/structure.rules.ts';
import type { Acceptance, Answers, Remark } from './registration.ts';

/** What the form of an edition asks. */
export interface Asked {
  readonly revision: number;
  readonly conditions: readonly { readonly code: string; readonly text: string }[];
  readonly partners: readonly { readonly code: string }[];
}

/** Something that keeps a form from being submitted: where, and which rule. */
export interface AnswerFault {
  readonly field: 'siren' | 'contacts' | 'tier' | 'reception' | 'certifications' | 'accepted';
  readonly reason:
    | 'SIREN_WRONG'
    | 'CONTACT_NEEDED'
    | 'CONTACT_INCOMPLETE'
    | 'TIER_NEEDED'
    | 'RECEPTION_IS_PAID'
    | 'CERTIFICATION_TWICE'
    | 'CONDITION_NEEDED';
}

/** Why a form cannot be submitted yet; empty when it can. */
export function answerFaults(answers: Answers, asked: Asked): AnswerFault[] {
  const { siren, contacts = [], tier, reception = false, certifications = [], accepted = [] } = answers;
  const faults: (AnswerFault | false)[] = [
    siren ? !isSiren(compact(siren)) && { field: 'siren', reason: 'SIREN_WRONG' } : false,
    !contacts.some(({ name, email }) => name && email) && { field: 'contacts', reason: 'CONTACT_NEEDED' },
    contacts.some(isIncomplete) && { field: 'contacts', reason: 'CONTACT_INCOMPLETE' },
    !tier && { field: 'tier', reason: 'TIER_NEEDED' },
    reception && tier === 'FREE' && { field: 'reception', reason: 'RECEPTION_IS_PAID' },
    hasTwins(certifications.map(({ name }) => name)) && { field: 'certifications', reason: 'CERTIFICATION_TWICE' },
    asked.conditions.some(({ code }) => !accepted.includes(code)) && { field: 'accepted', reason: 'CONDITION_NEEDED' },
  ];
  return faults.filter((fault): fault is AnswerFault => fault !== false);
}

/** A person without a name, or with an address that is none. */
const isIncomplete = ({ name, email }: { readonly name: string; readonly email: string | null }): boolean =>
  name === '' || name.length > 200 || (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email));

const hasTwins = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.toLocaleLowerCase('fr'))).size < names.length;

/** What was accepted, in its very words: a text that changes later changes nothing of what was ticked. */
export const acceptancesOf = ({ accepted = [] }: Answers, asked: Asked, by: string, at: string): Acceptance[] =>
  asked.conditions
    .filter(({ code }) => accepted.includes(code))
    .map(({ code, text }) => ({ ...{ code, text, by, at }, revision: asked.revision }));

/** What the register says of a structure, as the form shows it. */
export interface Known {
  readonly name: string;
  readonly siren: string | null;
}

/** What a form says is wrong in the register: nothing of it enters the register by itself. */
export function remarksOf({ name, siren, remark }: Answers, known: Known): Remark[] {
  const undecided = { accepted: null, by: null };
  const corrections = [
    { field: 'name', known: known.name, said: name },
    { field: 'siren', known: known.siren, said: siren && compact(siren) },
    { field: 'remark', known: null, said: remark },
  ];
  return corrections.flatMap(({ field, known, said }) =>
    said && said !== known ? [{ ...{ field, known, said }, ...undecided }] : [],
  );
}
