import { goesBack, phases } from '../edition/edition.rules.ts';
import type { EditionPhase } from '../edition/edition.ts';
import type { FindingCode, FindingTarget, FindingWeight } from './phase.ts';

/** What is known of an edition that is about to change phase. Counts are of records; days are ISO. */
export interface PhaseFacts {
  /** Told by public sources alone: nothing of it was run here. */
  readonly reported: boolean;
  readonly hasGrid: boolean;
  /** What keeps its grid from scoring, each fault in a sentence. */
  readonly gridFaults: readonly string[];
  readonly categories: number;
  /** Pairs of categories that may claim one structure. */
  readonly overlaps: readonly string[];
  /** Awarded categories in which too few are enrolled for a laureate. */
  readonly thin: readonly string[];
  readonly enrolments: number;
  /** Enrolments submitted that nobody has confirmed or sent back. */
  readonly pending: number;
  readonly tests: number;
  readonly undecidedTests: number;
  /** Enrolled structures without one validated test. */
  readonly untested: number;
  /** Structures whose claims wait for an answer. */
  readonly claimants: readonly string[];
  /** How many structures were promised to be heard until the deadline. */
  readonly heard: number;
  /** Null where scores play no part in the move. */
  readonly scores: 'NONE' | 'STALE' | 'CURRENT' | null;
  /** Awarded categories whose trophy is neither given nor declared without a laureate. */
  readonly undecidedTrophies: readonly string[];
  readonly decidedTrophies: number;
  readonly dates: PhaseDates;
  readonly datesDrive: boolean;
  readonly today: string;
}

interface PhaseDates {
  readonly registrationTo: string | null;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
  readonly answersUntil: string | null;
  readonly contradictoryTo: string | null;
}

/** One thing that stands in the way of a move, or that whoever moves must know. */
export interface Finding {
  readonly code: FindingCode;
  readonly weight: FindingWeight;
  readonly count: number | null;
  readonly subjects: readonly string[];
  readonly target: FindingTarget;
}

type Draft = readonly [
  stands: boolean,
  weight: `${FindingWeight}`,
  code: `${FindingCode}`,
  target: `${FindingTarget}`,
  what?: number | readonly string[],
];

/** What must be known before an edition goes from one phase to another: what blocks first, what is only said last. */
export function findingsOf(from: EditionPhase, to: EditionPhase, facts: PhaseFacts): Finding[] {
  if (facts.reported) return [];
  const drafts = goesBack(from, to) ? goingBack(from, to, facts) : goingForward(from, to, facts);
  const weights = ['BLOCKER', 'WARNING', 'NOTICE'];
  return drafts
    .filter(([stands]) => stands)
    .map(([, weight, code, target, what]) => ({
      ...{ code: code as FindingCode, weight: weight as FindingWeight, target: target as FindingTarget },
      count: typeof what === 'number' ? what : what ? what.length : null,
      subjects: typeof what === 'object' ? what : [],
    }))
    .toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}

function goingForward(from: EditionPhase, to: EditionPhase, facts: PhaseFacts): Draft[] {
  const { dates, today } = facts;
  const enters = (phase: `${EditionPhase}`) => place(from) < place(phase) && place(phase) <= place(to);
  const leaves = (phase: `${EditionPhase}`) => place(from) <= place(phase) && place(phase) < place(to);
  const lasts = (day: string | null) => day !== null && today <= day;
  const opens = enters('REGISTRATION') || enters('FIELDWORK');
  return [
    ...(opens ? configurationDrafts(enters('FIELDWORK') ? 'BLOCKER' : 'WARNING', facts) : []),
    [enters('FIELDWORK') && facts.enrolments === 0, 'BLOCKER', 'NOBODY_ENROLLED', 'ENROLMENT'],
    [enters('FIELDWORK') && facts.thin.length > 0, 'WARNING', 'CATEGORY_THIN', 'CATEGORY', facts.thin],
    [enters('FIELDWORK') && !(dates.fieldworkFrom && dates.fieldworkTo), 'WARNING', 'NO_FIELDWORK_DATES', 'EDITION'],
    [enters('FIELDWORK') && facts.pending > 0, 'WARNING', 'ENROLMENTS_PENDING', 'ENROLMENT', facts.pending],
    [leaves('REGISTRATION') && lasts(dates.registrationTo), 'WARNING', 'REGISTRATION_OPEN', 'EDITION'],
    [leaves('FIELDWORK') && lasts(dates.fieldworkTo), 'WARNING', 'FIELDWORK_OPEN', 'EDITION'],
    [leaves('FIELDWORK') && facts.tests === 0, 'WARNING', 'NO_TEST', 'AUDIT'],
    [to === 'CONTRADICTORY' && undecided(facts), 'WARNING', 'TESTS_UNDECIDED', 'AUDIT', facts.undecidedTests],
    ...(enters('DELIBERATION') ? deliberationDrafts(facts, lasts) : []),
    ...(enters('EMBARGO') ? embargoDrafts(facts) : []),
  ];
}

/** What an edition is measured and compared with: it may still be missing while structures register. */
function configurationDrafts(weight: `${FindingWeight}`, facts: PhaseFacts): Draft[] {
  return [
    [!facts.hasGrid, weight, 'NO_GRID', 'GRID'],
    [facts.gridFaults.length > 0, weight, 'GRID_FAULTY', 'GRID', facts.gridFaults],
    [facts.categories === 0, weight, 'NO_CATEGORY', 'CATEGORY'],
    [facts.overlaps.length > 0, 'WARNING', 'CATEGORY_OVERLAP', 'CATEGORY', facts.overlaps],
  ];
}

const deliberationDrafts = (facts: PhaseFacts, lasts: (day: string | null) => boolean): Draft[] => [
  [undecided(facts), 'BLOCKER', 'TESTS_UNDECIDED', 'AUDIT', facts.undecidedTests],
  [facts.tests === 0, 'BLOCKER', 'NO_TEST', 'AUDIT'],
  [facts.untested > 0 && facts.tests > 0, 'WARNING', 'UNTESTED', 'ENROLMENT', facts.untested],
  [lasts(facts.dates.answersUntil ?? facts.dates.fieldworkTo), 'WARNING', 'ANSWERS_OPEN', 'EDITION'],
  // What was promised to structures in writing is kept.
  [lasts(facts.dates.contradictoryTo), facts.heard > 0 ? 'BLOCKER' : 'WARNING', 'CONTRADICTORY_OPEN', 'EDITION'],
  [facts.claimants.length > 0, 'WARNING', 'CLAIMS_OPEN', 'CLAIM', facts.claimants],
  [facts.scores === 'NONE', 'WARNING', 'NO_SCORES', 'RANKING'],
  [facts.scores === 'STALE', 'WARNING', 'SCORES_STALE', 'RANKING'],
];

const embargoDrafts = (facts: PhaseFacts): Draft[] => [
  [facts.claimants.length > 0, 'BLOCKER', 'CLAIMS_OPEN', 'CLAIM', facts.claimants],
  [facts.scores === 'NONE', 'BLOCKER', 'NO_SCORES', 'RANKING'],
  [facts.scores === 'STALE', 'BLOCKER', 'SCORES_STALE', 'RANKING'],
  [facts.undecidedTrophies.length > 0, 'WARNING', 'TROPHIES_UNDECIDED', 'AWARD', facts.undecidedTrophies],
];

/** Going back erases nothing: what stands is said, so that nobody fears or hopes otherwise. */
function goingBack(from: EditionPhase, to: EditionPhase, facts: PhaseFacts): Draft[] {
  const before = (phase: `${EditionPhase}`) => place(to) < place(phase) && place(phase) <= place(from);
  return [
    [before('FIELDWORK') && facts.tests > 0, 'NOTICE', 'TESTS_STAND', 'AUDIT', facts.tests],
    [before('REGISTRATION') && facts.enrolments > 0, 'NOTICE', 'ENROLMENTS_STAND', 'ENROLMENT', facts.enrolments],
    [before('DELIBERATION') && facts.decidedTrophies > 0, 'WARNING', 'TROPHIES_STAND', 'AWARD', facts.decidedTrophies],
    [facts.datesDrive, 'NOTICE', 'DATES_STOP', 'EDITION'],
  ];
}

const undecided = ({ undecidedTests }: PhaseFacts): boolean => undecidedTests > 0;
const place = (phase: `${EditionPhase}`): number => phases.indexOf(phase);
