import type { graphql } from './graphql.ts';

type Figure = ReturnType<typeof graphql.scalar<'QualityFigure'>>;

/** The figures of an auditor that are shown, in their order, each with the one it is a part of; null for the first. */
export const shown: readonly (readonly [figure: Figure, of: Figure | null])[] = [
  ['GIVEN', null],
  ['SENT', 'GIVEN'],
  ['LATE', 'DUE'],
  ['DONE_LATE', 'SENT'],
  ['DECIDED', 'SENT'],
  ['REJECTED', 'DECIDED'],
  ['TO_REDO', 'DECIDED'],
  ['CORRECTED', 'SENT'],
  ['QUESTIONED', 'SENT'],
  ['NEUTRALISED', 'DECIDED'],
  ['READ_TWICE', 'SENT'],
];
