import type { PointConsent } from '../jury/point.ts';
import type { Decimal } from '../score/exact.rules.ts';
import type { Ballot } from '../vote/ballot.rules.ts';
import type { Outcome } from '../vote/closing.rules.ts';
import type { Mode, Paper } from '../vote/paper.rules.ts';
import type { QuorumRule, Seat } from '../vote/quorum.rules.ts';
import type { Casting } from '../vote/ratify.rules.ts';
import type { TieRules } from '../vote/tie.rules.ts';

/**
 * One meeting of a jury, as its minutes tell it: what was declared, who was there, what was cast, what was decided.
 * Quorums and counts are not in it: they are found again from seats and ballots, so that no page can say otherwise.
 */
export interface Deliberation {
  readonly edition: Occasion;
  /** The name of the panel, such as "Jury des communes". */
  readonly panel: string;
  /** The name of the meeting, such as "Séance de sélection". */
  readonly meeting: string;
  /** Where it met, such as "Saint-Denis"; null when nobody said. */
  readonly place: string | null;
  readonly openedAt: Date;
  /** When it was closed, or, while it is not, its last decision. */
  readonly closedAt: Date;
  readonly members: readonly Member[];
  /** In the order they were decided. */
  readonly items: readonly Item[];
  /** The chain of the edition, from its first record to the last of this meeting. */
  readonly records: readonly RecordLine[];
  /** Those who answer for the minutes, and sign them. */
  readonly signatories: readonly Member[];
}

/** The edition that is deliberated on. */
export interface Occasion {
  readonly label: string;
  readonly year: number;
  readonly ordinal: number;
  /** Invented for a demonstration: every page says so. */
  readonly simulated: boolean;
}

/** Someone of the panel. The secretary keeps the minutes and does not vote. */
export interface Member {
  readonly name: string;
  /** What they are known as, such as "maire de Chaumont"; null when nobody said. */
  readonly quality: string | null;
  readonly office: Seat['office'] | 'SECRETARY';
  /** The name of whom they replaced, whose acts stay apart; null for nobody. */
  readonly replaces: string | null;
}

/** One award, from its rules to its laureates. */
export interface Item {
  readonly award: { readonly label: string; readonly kind: 'TROPHY' | 'PRIZE' };
  readonly rules: DeclaredRules;
  readonly candidates: readonly Candidate[];
  /** Each ballot held on it in the meeting, in order: those broken off, the first, the second among equals. */
  readonly rounds: readonly Round[];
  readonly decision: Decision;
}

/** What was declared before the first ballot, and held since. */
export interface DeclaredRules {
  readonly declaredAt: Date;
  readonly mode: Mode;
  /** What could be written on a ballot; null where nothing was ever put to the vote. */
  readonly paper: Paper | null;
  readonly quorum: QuorumRule;
  readonly ties: TieRules;
  /** The code of the channel that parts equals, such as WEBSITE; null where none does. */
  readonly tieChannel: string | null;
  /** Fewest ranked structures for there to be a laureate. */
  readonly field: number;
  /** Least score of a laureate, on 100; null for none. */
  readonly floor: Decimal | null;
  /** How many candidates the short list holds. */
  readonly shortList: number;
  /** Whether members knew who the candidates are, or only their codes. */
  readonly namesShown: boolean;
  /** What the codes of criteria and of grades say. */
  readonly words: Readonly<Record<string, string>>;
}

/** Someone who could receive the award. */
export interface Candidate {
  /** What ballots call it, short: "A"; the name is beside it. */
  readonly code: string;
  readonly name: string;
  readonly rank: number | null;
  /** What it is ranked on, rounded to 2 decimals; null without a score. */
  readonly score: Decimal | null;
  /** False under a threshold of the award. */
  readonly eligible: boolean;
  /** Why it withdrew; null when it stood to the end. */
  readonly withdrawn: string | null;
}

/** One ballot, from its opening to what came of it. */
export interface Round {
  readonly openedAt: Date;
  /** Why it was broken off; null when it was not. */
  readonly brokenOff: string | null;
  readonly seats: readonly Sitting[];
  /** What could be written on a ballot; null where there was nothing to vote on. */
  readonly paper: Paper | null;
  /** What was put to the vote where the ranking is ratified; null when nobody moved against it. */
  readonly motion: { readonly mover: string; readonly motive: string; readonly codes: readonly string[] } | null;
  /** Without names; null where none was held, or where one was broken off unread. */
  readonly ballots: readonly Ballot[] | null;
  readonly casting: (Pick<Casting, 'opinion'> & { readonly by: string; readonly code: string | null }) | null;
  /** Null when it was broken off. */
  readonly outcome: Outcome | null;
}

/** Someone’s seat during one ballot. */
export interface Sitting extends Seat {
  /** Why they were recused; null otherwise. */
  readonly motive: string | null;
  /** Whether they were there and cast no ballot, where there was one to cast. */
  readonly abstained: boolean;
}

/** Who receives the award, and why. */
export interface Decision {
  readonly decidedAt: Date;
  readonly laureates: readonly {
    readonly name: string;
    /** Null for a laureate that was not on the short list. */
    readonly code: string | null;
    readonly mention: string | null;
  }[];
  readonly followsRanking: boolean;
  readonly motive: string | null;
  /** Opinions that members asked to have recorded. */
  readonly dissents: readonly { readonly name: string; readonly text: string }[];
  readonly points: readonly RemarkablePoint[];
  /** The hash of its record in the chain. */
  readonly hash: string;
  /** The hash of the decision it corrects; null when it corrects none. */
  readonly corrects: string | null;
}

/** What made a laureate stand out, and what allows to say so. */
export interface RemarkablePoint {
  readonly laureate: string;
  readonly text: string;
  readonly author: string | null;
  /** What it rests on, in words. */
  readonly evidence: readonly string[];
  readonly approvedBy: string | null;
  readonly consent: `${PointConsent}`;
}

/** One record of the chain, as a line. */
export interface RecordLine {
  readonly number: number;
  readonly at: Date;
  /** What it records, in words. */
  readonly label: string;
  readonly hash: string;
}
