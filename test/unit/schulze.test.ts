import { describe, expect, test } from 'vitest';
import { winnersOf } from '../../server/vote/place.rules.ts';
import { schulzeOf } from '../../server/vote/schulze.rules.ts';

/** Ballots as the literature writes them: "5 ACBED" for five voters who prefer A to C, C to B and so on. */
function elect(candidates: string, ...ballots: string[]) {
  const rankings = ballots.flatMap((line) => {
    const [voters, order = ''] = line.split(' ');
    return Array.from({ length: Number(voters) }, () => order.split('').map((candidate) => [candidate]));
  });
  return schulzeOf([...candidates], rankings);
}
const placesOf = ({ places }: ReturnType<typeof elect>) =>
  places.map(({ candidate, place }) => `${place} ${candidate}`);
const strengthsOf = ({ paths }: ReturnType<typeof elect>) => paths.map((row) => row.map((path) => path?.votes ?? 0));

describe('published elections', () => {
  const published = ['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC'];

  test('45 voters and 5 candidates: E > A > C > B > D (Schulze, examples of the method, 1)', () => {
    const count = elect('ABCDE', ...published);
    expect(count.preferences).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    expect(strengthsOf(count)).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    expect(placesOf(count)).toEqual(['1 E', '2 A', '3 C', '4 B', '5 D']);
  });

  test('a path says by which candidates it goes, and where it is weakest', () => {
    expect(elect('ABCDE', ...published).paths[0]?.[1]).toEqual({ through: [...'ADCB'], votes: 28, against: 17 });
  });

  test('21 voters and 4 candidates: d > a > c > b (Schulze 2011, § 3.1)', () => {
    const count = elect('abcd', '8 acdb', '2 badc', '4 cdba', '4 dbac', '3 dcba');
    expect(strengthsOf(count)).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ]);
    expect(placesOf(count)).toEqual(['1 d', '2 a', '3 c', '4 b']);
  });

  test('9 voters and 4 candidates: B and D both win, and no lot is drawn (Schulze, examples of the method, 4)', () => {
    const count = elect('ABCD', '3 ABCD', '2 DABC', '2 DBCA', '2 CBDA');
    expect(winnersOf(count.places)).toEqual(['B', 'D']);
  });
});

describe('small juries', () => {
  test('without a ballot everybody is first, and so is whoever stands alone', () => {
    expect(placesOf(elect('BA'))).toEqual(['1 A', '1 B']);
    expect(placesOf(elect('A', '3 A'))).toEqual(['1 A']);
  });

  test('a perfect circle leaves three winners', () => {
    expect(winnersOf(elect('ABC', '1 ABC', '1 BCA', '1 CAB').places)).toEqual(['A', 'B', 'C']);
  });

  test('whom a juror leaves out comes after those named, and equal to the others left out', () => {
    expect(elect('ABC', '1 A', '1 BA').preferences).toEqual([
      [0, 1, 2],
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  test('equals on a ballot prefer neither', () => {
    expect(schulzeOf(['A', 'B', 'C'], [[['A', 'B'], ['C']]]).preferences[0]).toEqual([0, 0, 1]);
  });

  test('of links with as many votes, the one with fewer against is the stronger', () => {
    const ballots = ['A>B>C', 'A>B>C', 'B>C>A', 'C>A>B', 'B=C>A'];
    const rankings = ballots.map((ballot) => ballot.split('>').map((equals) => equals.split('=')));
    const count = schulzeOf(['A', 'B', 'C'], rankings);
    expect(count.preferences).toEqual([
      [0, 3, 2],
      [2, 0, 3],
      [3, 1, 0],
    ]);
    // A beats B 3 to 2, B beats C 3 to 1, C beats A 3 to 2: B reaches C by the only link that is stronger.
    expect(placesOf(count)).toEqual(['1 A', '1 B', '2 C']);
  });
});
