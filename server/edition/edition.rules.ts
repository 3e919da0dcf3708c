import type { Audience, EditionPhase } from './edition.ts';

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

/** Those whom a phase lets do something, in the order they are shown. */
export const audiences = [
  'STAFF',
  'CONTROLLER',
  'AUDITOR',
  'STRUCTURE',
  'JUROR',
  'PARTNER',
] as const satisfies readonly `${Audience}`[];

interface Grant {
  readonly phases: readonly `${EditionPhase}`[];
  readonly who: readonly `${Audience}`[];
  /** Whether it changes something; otherwise it only lets people read. */
  readonly work: boolean;
}

const work = (who: Grant['who'], ...phases: Grant['phases']): Grant => ({ who, phases, work: true });
const reading = (who: Grant['who'], ...phases: Grant['phases']): Grant => ({ who, phases, work: false });

/** What people may do to an edition, the phases in which they may, and who. */
const rights = {
  CONFIGURE: work(['STAFF'], 'PREPARATION', 'REGISTRATION'),
  ENROL: work(['STAFF'], 'PREPARATION', 'REGISTRATION', 'FIELDWORK'),
  REGISTER: work(['STRUCTURE'], 'REGISTRATION'),
  PLAN: work(['STAFF'], 'PREPARATION', 'REGISTRATION', 'FIELDWORK'),
  COLLECT: work(['AUDITOR'], 'FIELDWORK', 'CONTROL'),
  IMPORT: work(['STAFF'], 'FIELDWORK', 'CONTROL'),
  CONTROL: work(['STAFF', 'CONTROLLER'], 'FIELDWORK', 'CONTROL', 'CONTRADICTORY'),
  CLAIM: work(['STRUCTURE'], 'CONTRADICTORY'),
  JUDGE_CLAIM: work(['STAFF', 'CONTROLLER'], 'CONTRADICTORY', 'DELIBERATION'),
  SCORE: work(['STAFF'], 'FIELDWORK', 'CONTROL', 'CONTRADICTORY', 'DELIBERATION'),
  POLICY: work(['STAFF'], 'PREPARATION', 'REGISTRATION', 'FIELDWORK', 'CONTROL', 'CONTRADICTORY'),
  AWARD: work(['STAFF'], 'DELIBERATION', 'EMBARGO'),
  DELIBERATE: work(['JUROR'], 'DELIBERATION', 'EMBARGO'),
  LICENSE: work(['STAFF'], ...phases.slice(0, phases.indexOf('PUBLISHED'))),
  PUBLISH: work(['STAFF'], 'EMBARGO'),
  HAND_OVER: work(['STAFF'], 'EMBARGO', 'PUBLISHED'),
  // Staff and controllers see every edition, whatever its phase.
  SEE: reading(['AUDITOR', 'STRUCTURE', 'JUROR'], ...phases.slice(1)),
  READ_RESULT: reading(['STRUCTURE'], 'PUBLISHED', 'ARCHIVED'),
  READ_PALMARES: reading(['PARTNER'], 'PUBLISHED', 'ARCHIVED'),
} as const satisfies Record<string, Grant>;

export type Right = keyof typeof rights;

const all = Object.keys(rights) as Right[];

/** Whether a phase grants a right. */
export const grants = (phase: EditionPhase, right: Right): boolean => (rights[right] as Grant).phases.includes(phase);

/** The work that a phase lets those who run the barometer do. */
export const rightsOf = (phase: EditionPhase): Right[] =>
  all.filter((right) => {
    const { work, who }: Grant = rights[right];
    return work && who.includes('STAFF') && grants(phase, right);
  });

/** What a phase lets one audience do, reading included. */
export const rightsFor = (phase: EditionPhase, audience: `${Audience}`): Right[] =>
  all.filter((right) => grants(phase, right) && (rights[right] as Grant).who.includes(audience));

/** Who loses or gains what when an edition goes from one phase to another. */
export interface Shift {
  readonly audience: Audience;
  readonly opens: readonly Right[];
  readonly closes: readonly Right[];
}

/** What a move opens and closes, for each audience it touches. */
export const shiftsOf = (from: EditionPhase, to: EditionPhase): Shift[] =>
  audiences
    .map((audience) => {
      const [before, after] = [rightsFor(from, audience), rightsFor(to, audience)];
      return {
        audience: audience as Audience,
        opens: after.filter((right) => !before.includes(right)),
        closes: before.filter((right) => !after.includes(right)),
      };
    })
    .filter(({ opens, closes }) => opens.length + closes.length > 0);

/** The phases an edition may do without. */
const optional: readonly string[] = ['REGISTRATION', 'CONTRADICTORY'];

/**
 * The phases an edition may go to. Forward by one, or past the two that an edition may do without (registration,
 * contradictory phase); back to any earlier one until it is published; into PUBLISHED only by publishing.
 */
export function reachableFrom(phase: EditionPhase): EditionPhase[] {
  const here = phases.indexOf(phase);
  if (phase === 'PUBLISHED') return ['ARCHIVED' as EditionPhase];
  if (phase === 'ARCHIVED') return [];
  const next = phases[here + 1] ?? phase;
  const afterNext = phases[here + 2] ?? phase;
  const forward = optional.includes(next) ? [next, afterNext] : [next];
  return [...phases.slice(0, here), ...forward.filter((to) => to !== 'PUBLISHED')] as EditionPhase[];
}

/** Whether a move goes back: it then needs a motive. */
export const goesBack = (from: EditionPhase, to: EditionPhase): boolean => phases.indexOf(to) < phases.indexOf(from);

/** The days that may drive an edition, ISO, null when none is set. */
export interface Calendar {
  readonly registrationFrom: string | null;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
  readonly contradictoryFrom: string | null;
  readonly contradictoryTo: string | null;
}

/** The phases that begin on a day: on the day itself, or once a last day is over. Deliberation ends by decision. */
const beginnings = {
  REGISTRATION: ({ registrationFrom: day }, today) => day !== null && today >= day,
  FIELDWORK: ({ fieldworkFrom: day }, today) => day !== null && today >= day,
  CONTROL: ({ fieldworkTo: day }, today) => day !== null && today > day,
  CONTRADICTORY: ({ contradictoryFrom: day }, today) => day !== null && today >= day,
  DELIBERATION: ({ contradictoryTo: day }, today) => day !== null && today > day,
} satisfies Partial<Record<EditionPhase, (dates: Calendar, today: string) => boolean>>;

/**
 * The next phase that the calendar of an edition says it should be in by today, one step ahead of where it stands;
 * null when it is where it should be. A phase without a day of its own is passed over when it may be.
 */
export function dueFrom(phase: EditionPhase, dates: Calendar, today: string): EditionPhase | null {
  const begun = (Object.keys(beginnings) as (keyof typeof beginnings)[]).filter((name) =>
    beginnings[name](dates, today),
  );
  const here = phases.indexOf(phase);
  const target = Math.max(here, ...begun.map((name) => phases.indexOf(name)));
  if (target === here) return null;
  const ahead = reachableFrom(phase).filter((to) => phases.indexOf(to) > here && phases.indexOf(to) <= target);
  return ahead.find((to) => (begun as string[]).includes(to)) ?? ahead.at(-1) ?? null;
}
