import { type Decimal, fractionOf } from '../score/exact.rules.ts';

/** How a jury decides: on a motion against the ranking, by marks, by orders of preference, or by grades. */
export type Mode = 'RATIFY' | 'SCORE' | 'RANK' | 'MAJORITY_JUDGMENT';

/** What jurors are handed: all that may be written on it, as it was declared before the first ballot. */
export type Paper =
  | { readonly mode: 'RATIFY' }
  | (Candidates & { readonly mode: 'RANK' } & Completeness)
  | (Candidates & { readonly mode: 'MAJORITY_JUDGMENT'; readonly grades: readonly string[] } & Completeness)
  | (Candidates & { readonly mode: 'SCORE'; readonly criteria: readonly Criterion[]; readonly scale: number });

interface Candidates {
  readonly candidates: readonly string[];
}
interface Completeness {
  /** Whether candidates may be left out: they then come after all others, or have the worst grade. */
  readonly mayOmit: boolean;
}

/** Something candidates are marked on; its weight in points, above 0. */
export interface Criterion {
  readonly code: string;
  readonly weight: Decimal;
}

/** Why a paper cannot be handed out. */
export type PaperRefusal =
  | 'PAPER_WITHOUT_CANDIDATE'
  | 'PAPER_REPEATS'
  | 'PAPER_WITHOUT_CRITERION'
  | 'PAPER_WEIGHT'
  | 'PAPER_SCALE';

/** Whether a paper can be handed out: something to choose from, nothing twice, weights and a scale that mean something. */
export function refusalOfPaper(paper: Paper): PaperRefusal | null {
  if (paper.mode === 'RATIFY') return null;
  if (paper.candidates.length === 0) return 'PAPER_WITHOUT_CANDIDATE';
  if (repeats(paper.candidates)) return 'PAPER_REPEATS';
  if (paper.mode === 'RANK') return null;
  if (paper.mode === 'MAJORITY_JUDGMENT') {
    if (repeats(paper.grades)) return 'PAPER_REPEATS';
    return paper.grades.length < 2 ? 'PAPER_SCALE' : null;
  }
  if (paper.criteria.length === 0) return 'PAPER_WITHOUT_CRITERION';
  if (repeats(paper.criteria.map(({ code }) => code))) return 'PAPER_REPEATS';
  if (paper.criteria.some(({ weight }) => fractionOf(weight).lte(0))) return 'PAPER_WEIGHT';
  return paper.scale > 0 ? null : 'PAPER_SCALE';
}

const repeats = (codes: readonly string[]): boolean => new Set(codes).size < codes.length;

/** The same paper without candidates that withdrew after ballots were cast. */
export const paperWithout = (paper: Paper, withdrawn: ReadonlySet<string>): Paper =>
  paper.mode === 'RATIFY' ? paper : { ...paper, candidates: paper.candidates.filter((each) => !withdrawn.has(each)) };
