import type { Words } from './typeset.ts';

/** react-admin looks for the name and the fields of each resource apart: here all share one glossary. */
export const resourcesOf = (nouns: Readonly<Record<string, string>>, fields: Words): Words =>
  Object.fromEntries(Object.entries(nouns).map(([noun, name]) => [noun, { name, fields }]));
