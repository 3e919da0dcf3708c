import Fraction from 'fraction.js';
import type { CandidateRecord, DecisionRecord, DeliberationRecord, RoundRecord } from '../jury/record.rules.ts';
import { rounded } from '../score/exact.rules.ts';
import type { LaureatesBy, Outcome } from '../vote/closing.rules.ts';
import type { Paper } from '../vote/paper.rules.ts';
import type { TieRules } from '../vote/tie.rules.ts';
import type { Candidate, Decision, DeclaredRules, Item, Member, RemarkablePoint, Round } from './deliberation.ts';

/** The record of a decision that a panel took in a meeting. */
export type JuryRecord = DecisionRecord & { readonly deliberation: DeliberationRecord };

/** What stands beside a record, and not in it. */
export interface Beside {
  readonly hash: string;
  /** What the codes of criteria say. */
  readonly words: Readonly<Record<string, string>>;
  readonly points: readonly RemarkablePoint[];
}

/** A record as an item of minutes. */
export function itemOf(record: JuryRecord, beside: Beside): Item {
  const { award, deliberation } = record;
  const { candidates, rounds } = deliberation;
  return {
    award: { kind: award.kind, label: award.label },
    rules: rulesOf(record, beside),
    candidates: candidates.map((candidate) => candidateOf(record, candidate)).toSorted(byRank),
    rounds: rounds.map(roundOf),
    decision: decisionOf(record, beside),
  };
}

/** Everyone whom the records of a meeting name: those who voted, then those who kept the minutes. */
export function membersOf(records: readonly JuryRecord[]): Member[] {
  const rounds = records.flatMap(({ deliberation }) => deliberation.rounds);
  const known = new Map<string, Member>();
  for (const { name, quality, office, replaces } of rounds.flatMap(({ members }) => members))
    known.set(`${office} ${name}`, { name, quality, office, replaces });
  const order = ['CHAIR', 'DEPUTY', 'MEMBER'];
  const voting = [...known.values()].sort((a, b) => order.indexOf(a.office) - order.indexOf(b.office));
  return [...voting, ...secretariesOf(rounds)];
}

const secretariesOf = (rounds: readonly RoundRecord[]): Member[] =>
  [...new Set(rounds.flatMap(({ secretaries }) => secretaries))].map((name) => ({
    ...{ name, quality: null, office: 'SECRETARY', replaces: null },
  }));

/** Those who sign: whoever presided over a ballot, and those who kept the minutes. */
export function signatoriesOf(records: readonly JuryRecord[]): Member[] {
  const presiding = new Set(records.flatMap(({ deliberation }) => deliberation.rounds.map((round) => round.presiding)));
  return membersOf(records).filter(({ name, office }) => office === 'SECRETARY' || presiding.has(name));
}

function rulesOf({ rules, deliberation }: JuryRecord, { words }: Beside): DeclaredRules {
  const { mode, quorum, castingVote, shortList, namesShown, frozenAt } = deliberation.rules;
  const first = deliberation.rounds.find(({ paper }) => paper?.mode === mode);
  const tieRule = rules.tieRule as NonNullable<TieRules['tieRule']>;
  return {
    ...{ declaredAt: new Date(frozenAt), mode, paper: first?.paper ?? null, quorum, tieChannel: rules.tieChannel },
    ties: { tieRule, mostLaureates: rules.mostLaureates, castingVote },
    ...{ field: rules.minimumField, floor: rules.minimumScore, shortList, namesShown, words },
  };
}

function candidateOf({ field }: JuryRecord, { code, structure, withdrawn }: CandidateRecord): Candidate {
  const standing = field.find((each) => each.structure.id === structure.id);
  const { rank = null, score = null, eligible = false } = standing ?? {};
  const worth = score === null ? null : rounded(new Fraction(score), 2);
  return { code, name: structure.name, rank, score: worth, eligible, withdrawn };
}

const byRank = (a: Candidate, b: Candidate): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);

function roundOf(record: RoundRecord): Round {
  const { openedAt, brokenOff, members, motion, ballots, casting, outcome } = record;
  return {
    ...{ openedAt: new Date(openedAt), brokenOff, motion, ballots, casting },
    seats: members.map(({ name, office, attendance, motive, abstained }) => ({
      ...{ member: name, office, attendance, motive, abstained },
    })),
    paper: countedPaperOf(record),
    outcome: outcome === null || brokenOff !== null ? null : outcomeOf(outcome, record.among),
  };
}

/** The paper as it was counted: without those who withdrew after ballots were cast. */
function countedPaperOf({ paper, count }: RoundRecord): Paper | null {
  if (paper === null || paper.mode === 'RATIFY' || count === null || count.mode === 'RATIFY') return paper;
  const counted = new Set(count.places.map(({ candidate }) => candidate));
  return { ...paper, candidates: paper.candidates.filter((code) => counted.has(code)) };
}

/** "LAUREATES VOTE", "SECOND_BALLOT": see `RoundRecord`. */
function outcomeOf(told: string, among: readonly string[]): Outcome {
  const [kind, by] = told.split(' ');
  if (kind === 'LAUREATES') return { kind, by: by as LaureatesBy, among };
  return { kind: kind as Exclude<Outcome['kind'], 'LAUREATES'>, among };
}

function decisionOf({ deliberation, laureates, ...record }: JuryRecord, { hash, points }: Beside): Decision {
  const codeOf = (id: string) => deliberation.candidates.find(({ structure }) => structure.id === id)?.code ?? null;
  const { decidedAt, followsRanking, motive, corrects } = record;
  return {
    ...{ decidedAt: new Date(decidedAt), followsRanking, motive, points, hash, corrects },
    laureates: laureates.map(({ structure: { id, name }, mention }) => ({ name, code: codeOf(id), mention })),
    dissents: deliberation.rounds.flatMap(({ dissents }) => dissents),
  };
}
