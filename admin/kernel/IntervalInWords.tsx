import { useTranslate } from 'react-admin';
import { type Format, useFormat } from './format.ts';
import { type Robustness, type Span, spansOf } from './robustness.graphql.ts';

interface IntervalInWordsProps {
  readonly of: 'score' | 'rank';
  readonly robustness: Robustness;
}

/**
 * How sure a score or a rank is, in one sentence: "entre la 2ᵉ et la 6ᵉ place si les tests étaient tombés autrement ;
 * entre la 3ᵉ et la 4ᵉ place si les poids bougent de 10 %". Without an interval, it says why.
 */
export const IntervalInWords = ({ of, robustness }: IntervalInWordsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { tests, weights } = spansOf(robustness, of);
  const said = (why: 'Tests' | 'Weights', { low, high }: Span) =>
    low === high && of === 'rank'
      ? translate(`room.robustness.${of}${why}Same`)
      : translate(`room.robustness.${of}${why}`, { low: written(format, of, low), high: written(format, of, high) });
  const parts = [
    tests ? said('Tests', tests) : translate(`room.robustness.reason.${robustness.reason}`),
    ...(weights ? [said('Weights', weights)] : []),
  ];
  return <>{parts.join(translate('room.robustness.and'))}</>;
};

/** A score to one decimal, or a place: 3ᵉ. */
const written = (format: Format, of: 'score' | 'rank', value: number): string =>
  of === 'rank' ? format.ordinal(value) : format.number(value, 1);
