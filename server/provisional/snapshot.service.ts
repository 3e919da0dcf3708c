import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import { explanationOf } from '../explanation/explanation.rules.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Channel } from '../grid/grid.ts';
import { rulesOfRun } from '../ranking/kept.service.ts';
import { type Tests, testsOf } from '../ranking/samples.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { rounded } from '../score/exact.rules.ts';
import type { CriterionScore, Finding } from '../score/measure.rules.ts';
import { type StructureScore, scoreOf } from '../score/score.rules.ts';
import { tellAll } from './observed.rules.ts';
import type { ShownChannel, ShownCriterion, ShownResult } from './shown.ts';

/** What the tests of one structure found, by channel then test. */
type Own = NonNullable<ReturnType<Tests['get']>>;

/**
 * What some structures would read of a run that is current: each its own scores, found again from what was observed, and
 * what made them.
 */
export async function snapshotsOf(
  em: EntityManager,
  run: ScoreRun,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, ShownResult>> {
  const { grid, rules } = await rulesOfRun(em, run);
  const tests = await testsOf(em, grid, enrolments);
  const shown = new Map<string, ShownResult>();
  for (const id of enrolments) {
    const own: Own = tests.get(id) ?? new Map();
    const structure = scoreOf(
      rules,
      [...own.values()].flat().flatMap((test) => [...test.values()]),
    );
    const parts = partsOf(rules, structure);
    const channels = grid.channels.getItems().flatMap((channel) => shownChannel(channel, structure, own, parts) ?? []);
    shown.set(id, { runNumber: run.number, score: shownAs(structure.score), channels });
  }
  return shown;
}

/** Points that each channel and criterion brings to the overall score, and would still bring, by code. */
interface Part {
  readonly points: Fraction;
  readonly gain: Fraction | null;
}
type Parts = ReadonlyMap<string, Part>;

function partsOf(rules: Parameters<typeof explanationOf>[0], structure: StructureScore): Parts {
  const channels = explanationOf(rules, structure)?.channels ?? [];
  return new Map<string, Part>(
    channels.flatMap(({ code, points, steps, bonus }) => [
      [code, { points, gain: null }] as const,
      ...[...steps.flatMap(({ criteria }) => criteria), ...bonus].map((each) => [each.code, each] as const),
    ]),
  );
}

/** A channel that was tested; null for another, of which nothing can be contested. */
function shownChannel(channel: Channel, { channels }: StructureScore, own: Own, parts: Parts): ShownChannel | null {
  const tests = own.get(channel.code) ?? [];
  const scored = channels.find(({ code }) => code === channel.code);
  if (tests.length === 0 || !scored) return null;
  const criteria = channel.criteria.getItems().flatMap((criterion) => {
    const found = tests.flatMap((test) => test.get(criterion.code) ?? []);
    const score = scored.criteria.find(({ code }) => code === criterion.code);
    return found.length === 0 || !score ? [] : [shownCriterion(criterion, score, found, parts)];
  });
  return {
    ...{ code: channel.code, label: channel.label, score: shownAs(scored.score), criteria },
    part: shownAs(parts.get(channel.code)?.points),
  };
}

const shownCriterion = (
  criterion: Criterion,
  { code, score, base }: CriterionScore,
  found: readonly Finding[],
  parts: Parts,
): ShownCriterion => ({
  ...{ code, label: criterion.label, score: shownAs(score), base },
  ...{ part: shownAs(parts.get(code)?.points), missing: shownAs(parts.get(code)?.gain) },
  observations: tellAll(criterion, found),
});

const shownAs = (value: Fraction | null | undefined): string | null => (value ? rounded(value, 2) : null);
