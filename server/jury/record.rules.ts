import { canonical, type Json } from '../kernel/canonical.rules.ts';
import type { Ballot } from '../vote/ballot.rules.ts';
import type { Count, MotionCount, Turnout } from '../vote/count.rules.ts';
import type { JudgmentCount } from '../vote/majority.rules.ts';
import type { Mode, Paper } from '../vote/paper.rules.ts';
import type { Place } from '../vote/place.rules.ts';
import type { SchulzeCount } from '../vote/schulze.rules.ts';

/** The shape of the record: raised when a reader of yesterday could misread it. */
export const RECORD_FORMAT = 'barometre.decision.1';

/** What a decision records: all that its minutes say, and all one needs to count it again. Plain data, for ever. */
export interface DecisionRecord {
  readonly format: typeof RECORD_FORMAT;
  /** From 1 within the edition, without a gap. */
  readonly number: number;
  /** The hash of the record before it in the edition; null for the first. */
  readonly previous: string | null;
  /** The hash of the first record on this award, when this one corrects it. */
  readonly corrects: string | null;
  readonly origin: 'JURY' | 'STAFF';
  readonly edition: { readonly year: number; readonly ordinal: number; readonly label: string };
  readonly award: { readonly kind: 'TROPHY' | 'PRIZE'; readonly code: string; readonly label: string };
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
  readonly recordedBy: { readonly id: string; readonly name: string };
  /** What the award obeys, as it stood. */
  readonly rules: AwardRulesRecord;
  readonly run: { readonly number: number; readonly inputsHash: string; readonly engine: string };
  /** Everyone in the field, the best first. */
  readonly field: readonly FieldRecord[];
  readonly laureates: readonly { readonly structure: StructureRecord; readonly mention: string | null }[];
  readonly pointRemarquable: string | null;
  readonly followsRanking: boolean;
  readonly motive: string | null;
  /** How a panel came to it; null for what staff recorded of a decision taken outside. */
  readonly deliberation: DeliberationRecord | null;
}

export interface AwardRulesRecord {
  readonly minimumField: number;
  readonly minimumScore: string | null;
  readonly tieRule: string;
  readonly tieChannel: string | null;
  readonly mostLaureates: number | null;
  readonly mayBeWithheld: boolean;
  readonly mentionAllowed: boolean;
  readonly free: boolean;
}

export interface StructureRecord {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
}

export interface FieldRecord {
  readonly structure: StructureRecord;
  readonly rank: number | null;
  /** What it is ranked on, exact, as a fraction. */
  readonly score: string | null;
  readonly eligible: boolean;
  readonly tieRank: number | null;
}

/** How a panel came to its decision: the rules declared, who was there, every ballot without its name, every count. */
export interface DeliberationRecord {
  readonly panel: string;
  readonly meeting: {
    readonly label: string;
    readonly place: string | null;
    readonly openedAt: string;
  };
  readonly rules: {
    readonly mode: Mode;
    readonly quorum: { readonly share: string; readonly strictly: boolean; readonly fewest: number };
    readonly castingVote: boolean;
    readonly shortList: number;
    readonly namesShown: boolean;
    readonly frozenAt: string;
  };
  readonly candidates: readonly CandidateRecord[];
  /** Each ballot held on the award in the meeting, in order: those broken off, the first, the second among equals. */
  readonly rounds: readonly RoundRecord[];
}

export interface CandidateRecord {
  readonly code: string;
  readonly structure: StructureRecord;
  /** Why it withdrew; null when it stood to the end. */
  readonly withdrawn: string | null;
}

/** One ballot, from its opening to what came of it. */
export interface RoundRecord {
  readonly round: number;
  readonly openedAt: string;
  readonly countedAt: string | null;
  /** Why it was broken off; null when it was not. */
  readonly brokenOff: string | null;
  readonly members: readonly MemberRecord[];
  readonly quorum: {
    readonly entitled: number;
    readonly present: number;
    readonly recused: number;
    readonly needed: number;
  };
  readonly presiding: string;
  /** Those who kept the minutes. */
  readonly secretaries: readonly string[];
  /** What could be written on a ballot; null where there was nothing to vote on. */
  readonly paper: Paper | null;
  readonly motion: { readonly mover: string; readonly motive: string; readonly codes: readonly string[] } | null;
  /** Without names, in an order that says nothing of who cast them; null for one broken off unread. */
  readonly ballots: readonly RecordedBallot[] | null;
  readonly turnout: Turnout | null;
  readonly count: RecordedCount | null;
  /** What followed, in one word or two: such as LAUREATES VOTE, SECOND_BALLOT. */
  readonly outcome: string | null;
  /** Those it is about, by code. */
  readonly among: readonly string[];
  readonly casting: {
    readonly by: string;
    readonly opinion: 'FOR' | 'AGAINST' | null;
    readonly code: string | null;
  } | null;
  readonly dissents: readonly { readonly name: string; readonly text: string }[];
}

export interface MemberRecord {
  readonly name: string;
  readonly quality: string | null;
  readonly office: 'CHAIR' | 'DEPUTY' | 'MEMBER';
  readonly attendance: 'PRESENT' | 'ABSENT' | 'RECUSED';
  /** Why they were recused; null otherwise. */
  readonly motive: string | null;
  /** Whether they were there and cast no ballot, where there was one to cast. */
  readonly abstained: boolean;
  /** Whose seat they took; null for nobody’s. */
  readonly replaces: string | null;
}

export type RecordedBallot = Exclude<Ballot, { readonly kind: 'ABSTENTION' }>;

/** A count, with its fractions written out. */
export type RecordedCount =
  | ({ readonly mode: 'RATIFY' } & MotionCount)
  | ({ readonly mode: 'RANK' } & SchulzeCount)
  | ({ readonly mode: 'MAJORITY_JUDGMENT' } & JudgmentCount)
  | {
      readonly mode: 'SCORE';
      readonly scores: readonly (SpreadRecord & { readonly candidate: string })[];
      readonly places: readonly Place[];
      readonly jurors: readonly (SpreadRecord & { readonly gap: string })[];
    };

export interface SpreadRecord {
  readonly mean: string;
  readonly least: string;
  readonly greatest: string;
}

/** A count as it is kept: exact fractions as texts such as "37/3". */
export function recordedCountOf(count: Count): RecordedCount {
  if (count.mode !== 'SCORE') return count;
  const { scores, places, jurors, mode } = count;
  const spread = ({ mean, least, greatest }: (typeof scores)[number] | (typeof jurors)[number]): SpreadRecord => ({
    ...{ mean: mean.toFraction(), least: least.toFraction(), greatest: greatest.toFraction() },
  });
  return {
    ...{ mode, places },
    scores: scores.map((each) => ({ candidate: each.candidate, ...spread(each) })),
    jurors: jurors.map((each) => ({ ...spread(each), gap: each.gap.toFraction() })),
  };
}

/** The very text that is hashed: keys sorted, no blanks. */
export const textOf = (record: DecisionRecord): string => canonical(JSON.parse(JSON.stringify(record)) as Json);

/** Ballots in the order of their content: it says nothing of who cast them, nor when. */
export const shuffled = (ballots: readonly RecordedBallot[]): RecordedBallot[] =>
  ballots
    .map((ballot) => ({ ballot, key: canonical(JSON.parse(JSON.stringify(ballot)) as Json) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ ballot }) => ballot);
