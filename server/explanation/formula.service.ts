import type { Grid } from '../grid/grid.ts';
import { formulaOf, type Names } from '../score/formula.rules.ts';
import type { Language } from '../score/formula.words.rules.ts';
import type { StructureScore } from '../score/score.rules.ts';
import type { Reading } from './sheet.service.ts';

/** Writes the formula of a sheet; no line for a run of an engine that this one cannot retrace. */
export const formulaWriterOf =
  ({ rules, detailed }: Reading, structure: StructureScore | null) =>
  (language: Language): string[] =>
    structure ? formulaOf(rules.rules, structure, { names: namesIn(rules.grid), language, detailed }) : [];

/** The names of a grid, by code; a code that it does not have stands for itself. */
function namesIn({ channels, steps }: Grid): Names {
  const all = channels.getItems();
  const named = (nouns: readonly { code: string; label: string }[]) => {
    const labels = new Map(nouns.map(({ code, label }) => [code, label]));
    return (code: string) => labels.get(code) ?? code;
  };
  return {
    channel: named(all),
    step: named(steps.getItems()),
    criterion: named(all.flatMap(({ criteria }) => criteria.getItems())),
  };
}
