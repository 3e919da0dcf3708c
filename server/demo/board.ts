import Fraction from 'fraction.js';
import type { ChannelRule } from '../score/channel.rules.ts';
import type { Finding } from '../score/measure.rules.ts';
import { scoreOf } from '../score/score.rules.ts';
import { criteriaInFigures, type DemoCriterion, type DemoGrid } from './configuration.ts';
import type { Entrant } from './panel.ts';
import type { DemoTest } from './plan.ts';
import type { Chance } from './random.ts';

/** A change of one finding that can be undone. */
interface Move {
  undo(): void;
}

/** The tests of an edition seen as scores, and small changes to what no published figure counts. */
export interface Board {
  /** The overall score, exact, as the rules of the score give it. */
  scoreOf(entrant: Entrant): Fraction;
  /** The score on one channel alone. */
  channelScoreOf(entrant: Entrant, channel: string): Fraction;
  /** Whether every criterion outside optional channels was measured at least once. */
  isComplete(entrant: Entrant): boolean;
  /** Makes one finding a notch better or worse; null when chance fell on one that cannot move that way. */
  move(entrant: Entrant, better: boolean, among: 'compared' | 'RECEPTION', chance: Chance): Move | null;
}

export function boardOf(grid: DemoGrid, tests: readonly DemoTest[]): Board {
  const testsOf = Map.groupBy(tests, ({ entrant }) => entrant);
  const criteria = new Map(grid.channels.flatMap((channel) => channel.criteria.map((one) => [one.code, one])));
  const fixed = criteriaInFigures(grid);
  const channels = (entrant: Entrant, rules: readonly ChannelRule[]) =>
    scoreOf(
      { channels: rules },
      (testsOf.get(entrant) ?? []).flatMap(({ findings }) => [...findings.values()]),
    );
  return {
    scoreOf: (entrant) => channels(entrant, grid.channels).score ?? new Fraction(0),
    channelScoreOf: (entrant, code) =>
      channels(
        entrant,
        grid.channels.filter((channel) => channel.code === code),
      ).channels[0]?.score ?? new Fraction(0),
    isComplete: (entrant) =>
      channels(
        entrant,
        grid.channels.filter(({ optional }) => !optional),
      ).channels.every((channel) => channel.criteria.every(({ base }) => base > 0)),
    move(entrant, better, among, chance) {
      const eligible = (testsOf.get(entrant) ?? []).filter(
        ({ channel }) => (channel === 'RECEPTION') === (among === 'RECEPTION'),
      );
      const findings = eligible[chance.whole(0, eligible.length - 1)]?.findings;
      const found = [...(findings?.values() ?? [])];
      const finding = found[chance.whole(0, found.length - 1)];
      const criterion = criteria.get(finding?.criterion ?? '');
      if (!findings || !finding || !criterion || !isFree(criterion, fixed)) return null;
      const value = notch(criterion, finding, better, chance);
      if (value === null) return null;
      findings.set(criterion.code, { ...finding, value });
      return { undo: () => findings.set(criterion.code, finding) };
    },
  };
}

/** What follows from an answer stays as it is: only what stands on its own may move. */
const isFree = ({ code }: DemoCriterion, fixed: ReadonlySet<string>): boolean =>
  !fixed.has(code) && !/\.(first_contact_resolution|acknowledgement)$/.test(code);

function notch(criterion: DemoCriterion, { value }: Finding, better: boolean, chance: Chance): string | null {
  if (value === null) return null;
  const ahead = better ? 1 : -1;
  switch (criterion.kind) {
    case 'YES_NO':
      return (value === '1') === better ? null : better ? '1' : '0';
    case 'SCALE':
      return inRange(Number(value) + ahead, 0, 4);
    case 'SHARE':
      return inRange(Math.round(50 * Number(value) + ahead) / 50, 0.5, 1);
    case 'DURATION': {
      const [least, most, step] = criterion.unit === 'MINUTES' ? [0, 19, 1] : [3, 195, chance.whole(1, 20)];
      return inRange(Number(value) - ahead * step, least, most);
    }
    default:
      return null;
  }
}

const inRange = (value: number, least: number, most: number): string | null =>
  value < least || value > most ? null : String(value);
