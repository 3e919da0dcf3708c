import type { IdentifierKind } from './span.rules.ts';

/** What stands in a text instead of what identified an agent, in the language of the texts. */
export const INSTEAD: Readonly<Record<IdentifierKind, string>> = {
  NAME: 'l’agent',
  PHONE: 'un numéro direct',
  EMAIL: 'une adresse personnelle',
};
