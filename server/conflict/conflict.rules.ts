import { crossingOf, type OrganisationGraph, pathBetween, type Step } from './organisation.rules.ts';

/** What ties a person to a body. */
export type LinkKind =
  | 'EMPLOYER'
  | 'ELECTED_OFFICE'
  | 'PAST_EMPLOYER'
  | 'SUPPLIER'
  | 'AUDITED'
  | 'CEREMONY_HOST'
  /** A close relative works or was elected there. */
  | 'RELATIVE'
  | 'OTHER';

/** A tie between a juror and a body. */
export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  /** Null when the body it names was not found in the register: it may then be any. */
  readonly bodyId: string | null;
  /** The last day of a tie that ended, as 2022-11-24; null when it lasts, or when nobody knows. */
  readonly until: string | null;
  /** Checked by staff against a source, said by the juror, or neither. */
  readonly known: 'VERIFIED' | 'DECLARED' | 'UNVERIFIED';
}

/** The ties of one juror. */
export interface Affiliations {
  readonly links: readonly Link[];
  /** Whether staff made sure that none is missing. */
  readonly checked: boolean;
}

/** How sure a conflict is. Whoever has one that is not dismissed is recused. */
export type ConflictState = 'CERTAIN' | 'DECLARED' | 'TO_CONFIRM' | 'DISMISSED';

/** That a conflict is none after all, and why; it holds for one tie and one candidate. */
export interface Dismissal {
  /** Null to say that nothing is missing from the ties, as far as this candidate goes. */
  readonly linkId: string | null;
  readonly candidateId: string;
  readonly motive: string;
}

/** That a verified tie which may lead to a candidate does. */
export interface Confirmation {
  readonly linkId: string;
  readonly candidateId: string;
}

/** A conflict between a juror and a candidate, and its reason: from the tie, step by step, to the candidate. */
export interface Conflict {
  /** Null when the juror's ties were never checked: one may be missing. */
  readonly link: Link | null;
  readonly candidateId: string;
  /** Empty when the tie is with the candidate itself; null when it is with a body that was not found. */
  readonly path: readonly Step[] | null;
  readonly state: ConflictState;
  /** Why it was dismissed; null otherwise. */
  readonly motive: string | null;
  /** Whether it is certain because staff confirmed it, and not by itself. */
  readonly confirmed: boolean;
}

/** What staff said of conflicts, one by one. */
export interface Rulings {
  readonly dismissals: readonly Dismissal[];
  readonly confirmations: readonly Confirmation[];
}

/** When ties that ended still count. */
export interface ConflictRules {
  /** The day of the meeting, as 2022-11-24. */
  readonly on: string;
  /** Years during which a tie that ended is still a conflict; from 0. */
  readonly years: number;
}

/**
 * The conflicts of one juror with one candidate, from the juror's ties and the organisation graph: the candidate itself,
 * the rest of its legal body (parents, children, other sites), the intercommunality and the département of a commune.
 *
 * - CERTAIN: a verified tie with the legal body; with the intercommunality too, for who works or was elected there;
 * - DECLARED: the juror says so, and is believed;
 * - TO_CONFIRM: whatever else leads to the candidate, or may: a tie that nobody verified, a body that was not found, an
 *   end that nobody dated, ties that nobody checked. Unverified means refused. CERTAIN once staff confirmed it;
 * - DISMISSED: set aside for a motive. A certain conflict cannot be.
 *
 * Sources: Loi n° 2013-907 du 11 octobre 2013, article 2 (a conflict of interest is what may influence, or appear to);
 * Code des relations entre le public et l’administration, article R. 133-12 (who has an interest takes no part). The
 * states are those of HotCRP, from "pinned conflict" to "pinned non-conflict"; that silence clears nobody is the lesson
 * of openreview/openreview#301.
 */
export function conflictsOf(
  { links, checked }: Affiliations,
  candidateId: string,
  graph: OrganisationGraph,
  rulings: Rulings,
  rules: ConflictRules,
): Conflict[] {
  const found = links
    .filter((link) => isInTime(link, rules))
    .flatMap((link) => conflictBy(link, candidateId, graph, rules));
  const missing: Conflict = { link: null, candidateId, path: null, state: 'TO_CONFIRM', ...unsaid };
  return (checked ? found : [...found, missing]).map((conflict) => settled(conflict, rulings));
}

const unsaid = { motive: null, confirmed: false };

/** Whether conflicts keep a juror from the candidate: no file, no ballot, no place in the quorum. */
export const recuses = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some(({ state }) => state !== 'DISMISSED');

/** A tie counts while it lasts and for some years after it ended; an end that nobody knows has not come. */
function isInTime({ until }: Link, { on, years }: ConflictRules): boolean {
  if (until === null) return true;
  const [year = '', ...day] = until.split('-');
  return on < [String(Number(year) + years).padStart(4, '0'), ...day].join('-');
}

function conflictBy(link: Link, candidateId: string, graph: OrganisationGraph, rules: ConflictRules): Conflict[] {
  const { bodyId } = link;
  const isKnown = bodyId !== null && graph.has(bodyId) && graph.has(candidateId);
  const path = isKnown ? pathBetween(graph, bodyId, candidateId) : bodyId === candidateId ? [] : null;
  return path === undefined ? [] : [{ link, candidateId, path, state: stateOf(link, path, rules), ...unsaid }];
}

function stateOf({ kind, known, until }: Link, path: readonly Step[] | null, { on }: ConflictRules): ConflictState {
  if (path === null || known === 'UNVERIFIED') return 'TO_CONFIRM';
  if (known === 'DECLARED') return 'DECLARED';
  if (kind === 'PAST_EMPLOYER' && until === null) return 'TO_CONFIRM';
  const crossing = crossingOf(path);
  if (crossing === undefined) return 'CERTAIN';
  const serves = (kind === 'EMPLOYER' || kind === 'ELECTED_OFFICE') && (until === null || until >= on);
  return serves && (crossing === 'INTERCOMMUNALITY' || crossing === 'MEMBER') ? 'CERTAIN' : 'TO_CONFIRM';
}

function settled(conflict: Conflict, { dismissals, confirmations }: Rulings): Conflict {
  const { link, candidateId, state } = conflict;
  const about = (it: Dismissal | Confirmation) => it.linkId === (link?.id ?? null) && it.candidateId === candidateId;
  if (state === 'TO_CONFIRM' && link?.known === 'VERIFIED' && confirmations.some(about))
    return { ...conflict, state: 'CERTAIN', confirmed: true };
  const motive = dismissals.find(about)?.motive.trim();
  return motive && state !== 'CERTAIN' ? { ...conflict, state: 'DISMISSED', motive } : conflict;
}
