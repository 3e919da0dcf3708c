import type { Criterion } from './grid.graphql.ts';

/** A point to draw: where it stands, how that is written, and what it earns on 100. */
interface Point {
  readonly at: number;
  readonly label: string;
  readonly points: number;
}

interface Words {
  readonly yes: string;
  readonly no: string;
  readonly beyond: string;
}

/** The points a scale is drawn by: its ends for a line, its answers or its steps otherwise. */
export function pointsOf({ scale }: Criterion, number: (value: string) => string, words: Words): Point[] {
  const on100 = (points: string) => Math.round(Number(points) * 10_000) / 100;
  switch (scale.type) {
    case 'YES_NO':
      return [
        { at: 1, label: words.yes, points: on100(scale.yes) },
        { at: 0, label: words.no, points: on100(scale.no) },
      ];
    case 'CHOICE':
      return scale.choices.map(({ label, points }, at) => ({ at, label, points: on100(points) }));
    case 'LINEAR':
      return [
        { at: Number(scale.zeroAt), label: number(scale.zeroAt), points: 0 },
        { at: Number(scale.oneAt), label: number(scale.oneAt), points: 100 },
      ].sort((a, b) => a.at - b.at);
    case 'STEPS':
      return [
        ...scale.steps.map(({ below, points }, at) => ({ at, label: `< ${number(below)}`, points: on100(points) })),
        { at: scale.steps.length, label: words.beyond, points: on100(scale.beyond) },
      ];
  }
}
