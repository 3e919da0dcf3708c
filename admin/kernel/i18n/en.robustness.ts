import type { robustness as french } from './fr.robustness.ts';
import type { Translated } from './typeset.ts';

export const robustness: Translated<typeof french> = {
  robustness: {
    switch: 'Uncertainty',
    and: '; ',
    rankTests: 'between %{low} and %{high} place had the tests fallen otherwise',
    rankTestsSame: 'same place had the tests fallen otherwise',
    rankWeights: 'between %{low} and %{high} place if weights move by 10%',
    rankWeightsSame: 'same place if weights move by 10%',
    scoreTests: 'between %{low} and %{high} had the tests fallen otherwise',
    scoreWeights: 'between %{low} and %{high} if weights move by 10%',
    tied: 'not told apart, statistically, from those in %{from} to %{to} place',
    tiedNone: 'told apart, statistically, from all others',
    rankAxis: 'Rank and its uncertainty',
    scoreAxis: 'Score and its uncertainty',
    by: '%{low}–%{high}',
    headline:
      '%{name} leads with %{score} out of 100; %{smart_count} other structure cannot be told apart from it statistically |||| %{name} leads with %{score} out of 100; %{smart_count} other structures cannot be told apart from it statistically',
    headlineAlone: '%{name} leads with %{score} out of 100, told apart statistically from all others',
    headlineTied:
      '%{names} lead, equal, with %{score} out of 100; %{smart_count} other structure cannot be told apart from them statistically |||| %{names} lead, equal, with %{score} out of 100; %{smart_count} other structures cannot be told apart from them statistically',
    legend: 'Reading the uncertainty',
    legendTests:
      'The thin line says where the score and the rank would lie, nine times in ten, had the tests fallen otherwise.',
    legendWeights:
      'The thick bar says what they would become if each weight of the grid moved by 10% at most, channels and criteria.',
    legendTies:
      'The rule on the left joins the structures from which the first, or the one under the pointer, cannot be told apart statistically.',
    bounded:
      '%{channels}: a single test per structure. The part of this channel in the interval is an upper bound. |||| %{channels}: a single test per structure. The part of these channels in the interval is an upper bound.',
    official: 'Official scores and ranks do not depend on it.',
    unstudied:
      'The uncertainty of this run has not been studied; as long as the phase allows it, computing the scores completes it.',
    reason: {
      NO_TESTS: 'no interval: the score rests on no test',
      SINGLE_TEST: 'no interval: a single test, and nothing says how another would have fallen',
      NO_REPETITION: 'no interval: on one channel nobody was tested twice, or compared with others',
      NO_SPREAD: 'no interval: all tests agree, and nothing says by how much they may vary',
    },
    reasonShort: {
      NO_TESTS: 'no test',
      SINGLE_TEST: 'a single test',
      NO_REPETITION: 'no repetition',
      NO_SPREAD: 'tests all agree',
    },
    notAwarded: 'Not eligible',
    excluded: {
      ABSENCE: '“%{name}” has no value (%{absence}), and the rule in force then excludes the structure.',
      CHANNEL: '“%{name}” has no score, and the rule in force then excludes the structure.',
      TOO_LITTLE_DATA: 'Too little of the grid rests on findings.',
    },
    column: {
      scoreLow: 'Score, low end at 90% (tests)',
      scoreHigh: 'Score, high end at 90% (tests)',
      rankLow: 'Rank, best at 90% (tests)',
      rankHigh: 'Rank, worst at 90% (tests)',
      tiedFrom: 'Not told apart from rank',
      tiedTo: 'Not told apart up to rank',
      weightScoreLow: 'Lowest score (weights ± 10%)',
      weightScoreHigh: 'Highest score (weights ± 10%)',
      weightRankLow: 'Best rank (weights ± 10%)',
      weightRankHigh: 'Worst rank (weights ± 10%)',
      reason: 'Why there is no interval',
      bounded: 'Channels whose interval is an upper bound',
      exclusion: 'Exclusion from the ranking',
      knockOuts: 'Knock-out thresholds',
    },
  },
  podium: {
    title: 'Close to the podium',
    more: 'Each pair of the first five ranks: could the weights of channels invert their order?',
    stays: 'In this table, %{name} stays ahead as long as the weights of channels move by less than %{delta}.',
    staysAlways: 'In this table, %{name} stays ahead whatever the weights of channels.',
    pair: 'Ahead, behind',
    lead: 'Lead',
    points: '%{points} point |||| %{points} points',
    verdict: 'What other weights would do',
    never: 'No weights invert them',
    move: 'Moving the weights of channels by %{delta} is enough',
    moveFar: 'The weights of channels must move by %{delta}',
    noMove: 'Only a weight that is zero today would invert them',
    level: 'Exactly equal',
    open: 'See the weights',
  },
};
