import { describe, expect, test } from 'vitest';
import { scoringOf } from '../../server/vote/scoring.rules.ts';

const criteria = [
  { code: 'warmth', weight: '2' },
  { code: 'clarity', weight: '1' },
];
/** One juror's marks: of each candidate, its warmth and its clarity. */
const juror = (marks: Readonly<Record<string, readonly [warmth: string, clarity: string]>>) =>
  Object.entries(marks).flatMap(([candidate, [warmth, clarity]]) => [
    { candidate, criterion: 'warmth', mark: warmth },
    { candidate, criterion: 'clarity', mark: clarity },
  ]);
const jury = [
  juror({ A: ['15', '12'], B: ['16', '10'], C: ['8', '8'] }),
  juror({ A: ['13', '14.5'], B: ['12', '16.5'], C: ['20', '20'] }),
];

describe('marks on weighted criteria', () => {
  const { places, scores, jurors } = scoringOf(['A', 'B', 'C'], criteria, jury);

  test('the score is the mean of the weighted means, exact; equal means share a place', () => {
    // A: (14 + 13.5) / 2; B: (14 + 13.5) / 2; C: (8 + 20) / 2
    expect(scores.map(({ candidate, mean }) => `${candidate} ${mean.toFraction()}`)).toEqual([
      'C 14',
      'A 55/4',
      'B 55/4',
    ]);
    expect(places.map(({ candidate, place }) => `${place} ${candidate}`)).toEqual(['1 C', '2 A', '2 B']);
  });

  test('how far jurors are apart on a candidate is shown', () => {
    expect(scores[0]?.least.toFraction()).toBe('8');
    expect(scores[0]?.greatest.toFraction()).toBe('20');
  });

  test('a stricter juror is shown to be, and their marks stay what they are', () => {
    expect(jurors.map(({ mean }) => mean.toFraction())).toEqual(['12', '47/3']);
    expect(jurors.map(({ gap }) => gap.toFraction())).toEqual(['-11/6', '11/6']);
  });

  test('thirds are compared as thirds: no digit of a rounding parts two candidates', () => {
    const three = ['1', '1', '2'].map((mark) => juror({ A: [mark, mark], B: ['1.33', '1.34'] }));
    const { scores } = scoringOf(['A', 'B'], criteria, three);
    expect(scores.map(({ candidate, mean }) => `${candidate} ${mean.toFraction()}`)).toEqual(['A 4/3', 'B 4/3']);
  });

  test('without a ballot nobody is ahead', () => {
    expect(scoringOf(['A', 'B'], criteria, []).places.map(({ place }) => place)).toEqual([1, 1]);
  });
});
