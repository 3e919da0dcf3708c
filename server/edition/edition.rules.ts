import type { EditionPhase } from './edition.ts';

/** The phases in the order an edition lives them. */
export const phases = [
  'PREPARATION',
  'REGISTRATION',
  'FIELDWORK',
  'CONTROL',
  'CONTRADICTORY',
  'DELIBERATION',
  'EMBARGO',
  'PUBLISHED',
  'ARCHIVED',
] as const satisfies readonly `${EditionPhase}`[];

/** What people may do to an edition, and the phases in which they may. */
const rights = {
  CONFIGURE: ['PREPARATION', 'REGISTRATION'],
  ENROL: ['PREPARATION', 'REGISTRATION', 'FIELDWORK'],
  IMPORT: ['FIELDWORK', 'CONTROL'],
  CONTROL: ['FIELDWORK', 'CONTROL', 'CONTRADICTORY'],
  SCORE: ['FIELDWORK', 'CONTROL', 'CONTRADICTORY', 'DELIBERATION'],
  POLICY: ['PREPARATION', 'REGISTRATION', 'FIELDWORK', 'CONTROL', 'CONTRADICTORY'],
  AWARD: ['DELIBERATION', 'EMBARGO'],
  PUBLISH: ['EMBARGO'],
} as const satisfies Record<string, readonly `${EditionPhase}`[]>;

export type Right = keyof typeof rights;

/** Whether a phase grants a right. */
export const grants = (phase: EditionPhase, right: Right): boolean =>
  (rights[right] as readonly string[]).includes(phase);

/** All that a phase grants. */
export const rightsOf = (phase: EditionPhase): Right[] =>
  (Object.keys(rights) as Right[]).filter((right) => grants(phase, right));

/**
 * The phases an edition may go to. Forward by one, or past the two that an edition may do without (registration,
 * contradictory phase); back to any earlier one until it is published; into PUBLISHED only by publishing.
 */
export function reachableFrom(phase: EditionPhase): EditionPhase[] {
  const here = phases.indexOf(phase);
  if (phase === 'PUBLISHED') return ['ARCHIVED' as EditionPhase];
  if (phase === 'ARCHIVED') return [];
  const optional = ['REGISTRATION', 'CONTRADICTORY'];
  const next = phases[here + 1] ?? phase;
  const afterNext = phases[here + 2] ?? phase;
  const forward = optional.includes(next) ? [next, afterNext] : [next];
  return [...phases.slice(0, here), ...forward.filter((to) => to !== 'PUBLISHED')] as EditionPhase[];
}

/** Whether a move goes back: it then needs a motive. */
export const goesBack = (from: EditionPhase, to: EditionPhase): boolean => phases.indexOf(to) < phases.indexOf(from);
