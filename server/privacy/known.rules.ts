import type { Known } from './span.rules.ts';

/** "Ville de Saint-Étienne" → "Saint-Étienne": what is left of the name of a body without what it is. */
const BODY =
  /^(?:ville|commune|mairie|département|région|conseil (?:départemental|régional)|communauté (?:de communes|d['’]agglomération|urbaine)|métropole|ccas|centre communal d['’]action sociale|france services)\s+(?:du |de la |de l['’]|des |de |d['’])?/iu;

/** What is a structure's own, from its name and the commune it lies in: it identifies no agent. */
export const knownOf = (structureName: string, town: string | null): Known => ({
  names: [structureName, structureName.replace(BODY, ''), ...(town ? [town] : [])],
  ...{ phones: [], emails: [] },
});
