import { readFileSync } from 'node:fs';
import type { DelayRule } from '../delay/delay.rules.ts';
import type { ChannelRule } from '../score/channel.rules.ts';
import type { IndicatorRule } from '../score/indicator.rules.ts';
import type { CriterionRule } from '../score/measure.rules.ts';
import type { CriterionKind } from '../score/scale.rules.ts';

/** The years that have measurement files. */
export type Year = 2021 | 2022;

/** One criterion of a grid file. */
export interface DemoCriterion extends CriterionRule {
  readonly kind: CriterionKind;
  readonly unit: string | null;
  /** How its value follows from when things happened; none when the agency types it in. */
  readonly delay?: DelayRule;
}

/** One channel of a grid file. */
export interface DemoChannel extends ChannelRule {
  readonly criteria: readonly DemoCriterion[];
}

/** A grid file, as far as measuring and scoring need it. */
export interface DemoGrid {
  readonly channels: readonly DemoChannel[];
  readonly indicators: readonly { readonly code: string; readonly rule: IndicatorRule }[];
}

/** An edition file, as far as simulating it needs. */
export interface DemoEdition {
  /** First and last day, ISO, fictional. */
  readonly fieldwork: { readonly from: string; readonly to: string };
  /** Last day on which an answer counts. */
  readonly answersUntil: string;
  readonly trophies: readonly { readonly category: string; readonly laureates: readonly string[] }[];
}

/** The grid of an edition, as configured in its file. */
export const gridOf = (year: Year): DemoGrid => read(`grid-${year}.json`) as DemoGrid;

/** An edition, as configured in its file. */
export const editionOf = (year: Year): DemoEdition => read(`edition-${year}.json`) as DemoEdition;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** The criteria some published figure is counted on: the simulation never touches them once they are set. */
export function criteriaInFigures({ indicators }: DemoGrid): Set<string> {
  return new Set(
    indicators.flatMap(({ rule }) => {
      if (rule.type === 'SHARE') return [...rule.criteria, ...(rule.among ? [rule.among.criterion] : [])];
      return rule.type === 'MEAN' ? [rule.criterion] : [];
    }),
  );
}
