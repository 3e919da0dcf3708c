import type { Visit } from './visits.ts';

/** Tests among which some were not done as they should. */
export interface Cheated {
  readonly visits: readonly Visit[];
  /** The assignments of those in which something is odd. */
  readonly odd: string[];
}

const TWICE = 'Réponse très aimable et complète : tout ce que je demandais était clair dès la première fois.';

/** How long a website was looked at by someone in a hurry, in milliseconds. */
const HASTE = 40_000;

/**
 * One auditor writes the same of two answers, and looks at a website in forty seconds: the last of theirs, so that nobody
 * has decided on them yet. What they photograph is told in `seen.ts`.
 */
export function cheat(visits: readonly Visit[]): Cheated {
  const own = ofOne(visits).toReversed();
  const answered = own.filter(({ assignment }) => ['PHONE', 'EMAIL'].includes(assignment.channel)).slice(0, 2);
  const [site] = own.filter(({ assignment }) => assignment.channel === 'WEBSITE');
  const changed = visits.map((visit) => {
    if (answered.includes(visit)) return { ...visit, content: { ...visit.content, verbatims: { '': TWICE } } };
    return visit === site ? { ...visit, sentAt: new Date(Date.parse(visit.beganAt) + HASTE).toISOString() } : visit;
  });
  return { visits: changed, odd: [...answered, ...(site ? [site] : [])].map(({ assignment }) => assignment.id) };
}

/** The tests of whoever looked at most websites. */
export function ofOne(visits: readonly Visit[]): Visit[] {
  const sites = (all: readonly Visit[]) => all.filter(({ assignment }) => assignment.channel === 'WEBSITE').length;
  const byAuditor = [...Map.groupBy(visits, ({ assignment }) => assignment.auditor?.id).values()];
  return byAuditor.toSorted((a, b) => sites(b) - sites(a))[0] ?? [];
}
