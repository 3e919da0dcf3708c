import { countOf } from '../vote/count.rules.ts';
import { winnersOf } from '../vote/place.rules.ts';
import { quorumOf } from '../vote/quorum.rules.ts';
import type { Candidate, Deliberation, Item, Round } from './deliberation.ts';

/** Where what is told of an item does not add up. */
export interface Disagreement {
  /** The number of the item, from 1. */
  readonly item: number;
  /** A ballot without a quorum; ballots that put others first; a decision that gives the award to others. */
  readonly between: 'QUORUM' | 'BALLOTS' | 'DECISION';
}

/** What minutes would say twice in two ways: they are not printed. None when everything adds up. */
export const disagreementsIn = ({ items }: Deliberation): Disagreement[] =>
  items.flatMap((item, i) => disagreementsOf(item).map((between) => ({ item: i + 1, between })));

function disagreementsOf({ rounds, rules, decision, candidates }: Item): Disagreement['between'][] {
  const held = rounds.filter(({ brokenOff }) => brokenOff === null);
  const last = held.at(-1)?.outcome;
  const due = last?.kind === 'LAUREATES' ? last.among : [];
  const given = decision.laureates.map(({ code, name }) => code ?? name);
  return [
    ...(held.every(({ seats }) => quorumOf(seats, rules.quorum).reached) ? [] : (['QUORUM'] as const)),
    ...(held.every((round) => isCounted(round, candidates)) ? [] : (['BALLOTS'] as const)),
    ...(sameSet(due, given) ? [] : (['DECISION'] as const)),
  ];
}

/** Whether a ballot comes to what its votes say: those it parts are those they put first, all or some. */
function isCounted({ paper, ballots, motion, outcome }: Round, candidates: readonly Candidate[]): boolean {
  if (outcome === null || paper === null || ballots === null) return true;
  const by = outcome.kind === 'LAUREATES' ? outcome.by : null;
  if (by === 'NO_FIELD') return true;
  const count = countOf(paper, ballots);
  if (count.mode === 'RATIFY') {
    if (motion === null || isLapsed(motion, candidates)) return by !== 'MAJORITY';
    const carries = count.for > count.against;
    return carries ? by === 'MAJORITY' && sameSet(outcome.among, motion.codes) : by !== 'MAJORITY';
  }
  const firsts = winnersOf(count.places);
  return by === 'VOTE' ? sameSet(outcome.among, firsts) : outcome.among.every((code) => firsts.includes(code));
}

/** Whether a motion names someone who withdrew since it was moved: it falls, whatever was voted on it. */
export const isLapsed = ({ codes }: NonNullable<Round['motion']>, candidates: readonly Candidate[]): boolean =>
  candidates.some(({ code, withdrawn }) => withdrawn !== null && codes.includes(code));

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  new Set(some).size === new Set(others).size && some.every((each) => others.includes(each));
