import { fractionOf } from '../score/exact.rules.ts';
import { SEVEN_GRADES, SIX_GRADES } from '../vote/majority.rules.ts';
import { type Criterion, type Mode, type Paper, refusalOfPaper } from '../vote/paper.rules.ts';

/** What a panel declares of the way it decides. */
export interface DeliberationRules {
  readonly mode: Mode;
  readonly quorumShare: string;
  readonly quorumFewest: number;
  readonly shortList: number;
  readonly grades: 'SIX' | 'SEVEN';
  readonly criteria: readonly Criterion[];
  readonly scale: number;
  readonly mayOmit: boolean;
}

/** Something wrong with declared rules, by the field it is in. */
export interface RuleFault {
  readonly field: keyof DeliberationRules;
  readonly reason: 'NOT_A_SHARE' | 'TOO_FEW' | 'TOO_MANY' | 'WITHOUT_CRITERION' | 'REPEATED' | 'WEIGHT' | 'SCALE';
}

/** A share as it may be declared: 1/2, 2/3, 0.6; from above nothing up to all. */
const shareShape = /^\d{1,3}(\/[1-9]\d{0,2}|\.\d{1,3})?$/;

/** The letters of the alphabet name candidates. */
export const MOST_LISTED = 26;

/** All that is wrong with declared rules; what another mode than theirs asks for is not looked at. */
export function faultsOfRules(rules: DeliberationRules): RuleFault[] {
  const { quorumShare, quorumFewest, shortList } = rules;
  return [
    ...(isShare(quorumShare) ? [] : [{ field: 'quorumShare', reason: 'NOT_A_SHARE' } as const]),
    ...(quorumFewest >= 1 ? [] : [{ field: 'quorumFewest', reason: 'TOO_FEW' } as const]),
    ...(shortList >= 1 ? [] : [{ field: 'shortList', reason: 'TOO_FEW' } as const]),
    ...(shortList <= MOST_LISTED ? [] : [{ field: 'shortList', reason: 'TOO_MANY' } as const]),
    ...paperFaults(rules),
  ];
}

function isShare(share: string): boolean {
  if (!shareShape.test(share)) return false;
  const exact = fractionOf(share);
  return exact.gt(0) && exact.lte(1);
}

const reasons = {
  PAPER_WITHOUT_CANDIDATE: null,
  PAPER_WITHOUT_CRITERION: { field: 'criteria', reason: 'WITHOUT_CRITERION' },
  PAPER_REPEATS: { field: 'criteria', reason: 'REPEATED' },
  PAPER_WEIGHT: { field: 'criteria', reason: 'WEIGHT' },
  PAPER_SCALE: { field: 'scale', reason: 'SCALE' },
} as const satisfies Record<string, RuleFault | null>;

function paperFaults(rules: DeliberationRules): RuleFault[] {
  const refusal = refusalOfPaper(paperOf(rules, ['A']));
  const fault = refusal && reasons[refusal];
  return fault ? [fault] : [];
}

/** What jurors are handed: all that may be written, for these candidates. */
export function paperOf(rules: DeliberationRules, candidates: readonly string[]): Paper {
  const { mode, mayOmit, scale } = rules;
  if (mode === 'RATIFY') return { mode };
  if (mode === 'RANK') return { mode, candidates, mayOmit };
  if (mode === 'SCORE')
    return { mode, candidates, scale, criteria: rules.criteria.map(({ code, weight }) => ({ code, weight })) };
  return { mode, candidates, mayOmit, grades: rules.grades === 'SIX' ? SIX_GRADES : SEVEN_GRADES };
}
