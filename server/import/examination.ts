import type { EntityManager } from '@mikro-orm/postgresql';
import { countsOf, type Plan, refusedWhole } from '../kernel/import.ts';
import { decisionsFor, treatmentsOf } from './deciding.ts';
import { kinds } from './kinds.ts';
import { type Decision, passagesOf } from './passage.ts';
import { readingOf } from './reading.ts';
import { type ImportConstant, type ImportHeading, ImportRun } from './run.ts';
import { packed } from './verdicts.ts';

/** The most faults of a file as a whole that are told. */
const MOST_FAULTS = 500;

/** A file as it was understood, and what its rows come to. */
export interface Examined {
  readonly headings: ImportHeading[];
  readonly constants: ImportConstant[];
  readonly rows: number;
  readonly plan: Plan;
  /** What was decided of its passages, by then. */
  readonly decisions: readonly Decision[];
}

/** Reads the file of a run, and judges its rows against what is recorded now. */
export async function judgedRows(em: EntityManager, now: Date, id: string): Promise<Examined> {
  const run = await em.findOneOrFail(ImportRun, { id }, { populate: ['upload'] });
  const { columns, plan } = kinds[run.kind];
  const editionId = run.edition?.id ?? '';
  const { headings, constants, sheet, faults } = await readingOf(em, run, await columns(em, editionId));
  const decisions = await decisionsFor(em, run);
  const about = { now, editionId, sheet, upload: run.upload.getEntity(), treatments: treatmentsOf(decisions) };
  const planned = faults.length > 0 ? refusedWhole(faults) : await plan(em, about);
  return { headings, constants, rows: sheet.rows.length, plan: planned, decisions };
}

/** What is kept of an examination with its run. */
export async function keptOf({
  headings,
  constants,
  rows,
  plan: { faults, verdicts, passages = [] },
  decisions,
}: Examined): Promise<Partial<ImportRun>> {
  const { NEW, CHANGED, UNCHANGED, REFUSED } = countsOf(verdicts);
  const counts = { created: NEW, changed: CHANGED, unchanged: UNCHANGED, refused: REFUSED };
  const faultCount = verdicts.reduce((count, verdict) => count + verdict.faults.length, faults.length);
  const shown = faults.toSorted((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
  const found = passagesOf(passages, decisions);
  return {
    headings,
    constants,
    rows,
    ...counts,
    faultCount,
    faults: shown,
    passages: found,
    ...(await packed(verdicts)),
  };
}
