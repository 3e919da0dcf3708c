import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal, refusalIn } from '../kernel/errors.ts';
import { actOf } from '../kernel/history.ts';
import { countsOf, holdImports, type Plan, refusedWhole } from '../kernel/import.ts';
import { GivenUp, type Jobs, type Way } from '../kernel/jobs.ts';
import { Upload } from '../kernel/upload.ts';
import { kinds } from './kinds.ts';
import { readingOf } from './reading.ts';
import {
  type ImportChoice,
  type ImportConstant,
  type ImportConstantInput,
  type ImportHeading,
  type ImportKind,
  ImportPolicy,
  ImportRun,
  ImportState,
} from './run.ts';
import { digestOfVerdicts, packed } from './verdicts.ts';

/** Who imports, when, with what. */
type Importer = Pick<Context, 'em' | 'now' | 'jobs'>;

/** The most faults of a file as a whole that are told. */
const MOST_FAULTS = 500;

/** Begins to examine a file; answers at once. */
export async function startImport({ em, now, jobs }: Importer, me: Actor, asked: Asked): Promise<ImportRun> {
  const run = await runFor(em, me, asked, ImportState.EXAMINING);
  beginExamining(jobs, em, now, run.id);
  return run;
}

/** What is to be imported, and where to. */
interface Asked {
  readonly kind: ImportKind;
  /** For files that belong to an edition. */
  readonly editionId: string | null;
  readonly uploadId: string;
}

async function runFor(
  em: EntityManager,
  me: Actor,
  { kind, editionId, uploadId }: Asked,
  state: ImportState,
): Promise<ImportRun> {
  const upload = await em.findOne(Upload, { id: uploadId });
  const { ofAnEdition, open } = kinds[kind];
  const edition = ofAnEdition && editionId ? await em.findOne(Edition, { id: editionId }) : null;
  if (!upload || (ofAnEdition && !edition)) throw new Refusal('NOT_FOUND');
  await open(em, edition?.id ?? '');
  const run = em.create(ImportRun, { kind, edition, upload, startedBy: me.id, state });
  await em.flush();
  return run;
}

/** Examines a file again, its headings taken for what someone says. */
export async function mapImport(
  { em, now, jobs }: Importer,
  id: string,
  version: number,
  choices: ImportChoice[],
  constants: ImportConstantInput[],
): Promise<ImportRun> {
  const run = await inState(em, id, version, [ImportState.EXAMINED]);
  const named = [...choices.flatMap(({ column }) => column ?? []), ...constants.map(({ column }) => column)];
  if (new Set(named).size < named.length) throw new Refusal('IMPORT_COLUMN_TWICE');
  em.assign(run, { choices, constants, state: ImportState.EXAMINING, failure: null });
  await em.flush();
  beginExamining(jobs, em, now, id);
  return run;
}

/** Begins to import what was examined; answers at once. */
export async function applyImport(
  { em, now, jobs }: Importer,
  id: string,
  version: number,
  policy: ImportPolicy,
): Promise<ImportRun> {
  const run = await inState(em, id, version, [ImportState.EXAMINED]);
  if (run.faults.length > 0 || (policy === ImportPolicy.NOTHING && run.refused > 0))
    throw new Refusal('IMPORT_INVALID', { refused: run.refused });
  em.assign(run, { policy, state: ImportState.IMPORTING, failure: null });
  await em.flush();
  jobs.begin(id, (way) => underWay(em, now, id, () => importNow(em, now, id, way)));
  return run;
}

/** Gives an import up. One that is being written ends as it was before, unless it was already done. */
export async function cancelImport({ em, now, jobs }: Importer, id: string, version: number): Promise<ImportRun> {
  const { EXAMINING, EXAMINED, IMPORTING } = ImportState;
  const run = await inState(em, id, version, [EXAMINING, EXAMINED, IMPORTING]);
  if (run.state === EXAMINED) {
    em.assign(run, { state: ImportState.CANCELLED, endedAt: now });
    await em.flush();
    return run;
  }
  jobs.stop(id);
  await jobs.over(id);
  return em.refreshOrFail(run);
}

async function inState(em: EntityManager, id: string, version: number, states: ImportState[]): Promise<ImportRun> {
  if (!(await em.findOne(ImportRun, { id }))) throw new Refusal('NOT_FOUND');
  const run = await em.findOneOrFail(ImportRun, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  if (!states.includes(run.state)) throw new Refusal('IMPORT_ENDED', { state: run.state });
  return run;
}

const beginExamining = (jobs: Jobs, em: EntityManager, now: Date, id: string): void =>
  jobs.begin(id, (way) => underWay(em, now, id, () => examine(em, now, id, way)));

/** What was examined is no longer what would be done. */
class Moved extends Error {
  constructor(readonly examined: Examined) {
    super();
  }
}

/** Does a piece of work, and says in its run how it failed when it did. */
async function underWay(em: EntityManager, now: Date, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Moved)
      await settle(em, id, { ...(await keptOf(error.examined)), state: ImportState.EXAMINED, failure: 'IMPORT_MOVED' });
    else if (error instanceof GivenUp) await settle(em, id, { state: ImportState.CANCELLED, act: null, endedAt: now });
    else {
      const failure = refusalIn(error)?.reason ?? 'INTERNAL';
      await settle(em, id, { state: ImportState.FAILED, failure, act: null, endedAt: now });
      if (failure === 'INTERNAL') throw error;
    }
  }
}

/** Writes how a run stands, apart from what it imports: neither waits for the other, nor is undone with it. */
const settle = (em: EntityManager, id: string, change: Partial<ImportRun>): Promise<unknown> =>
  (em.fork() as EntityManager).transactional(async (em) => {
    const run = await em.findOneOrFail(ImportRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    em.assign(run, change as never);
  });

/**
 * Imports a file whose rows are all good, in the transaction under way, or refuses it: for files that nobody has to look
 * at first. It belongs to the act of whoever asks, and is not undone by itself.
 */
export async function importAtOnce(em: EntityManager, me: Actor, now: Date, asked: Asked): Promise<ImportRun> {
  return em.transactional(async (em) => {
    await holdImports(em);
    const run = await runFor(em, me, asked, ImportState.IMPORTED);
    const examined = await judgedRows(em, now, run.id);
    const kept = await keptOf(examined);
    if (kept.faultCount) throw new Refusal('IMPORT_INVALID', { faults: faultsIn(examined.plan).slice(0, 5) });
    await examined.plan.write(em, () => {});
    em.assign(run, { ...kept, policy: ImportPolicy.NOTHING, endedAt: now });
    run.upload.getEntity().appliedAt = now;
    return run;
  });
}

const faultsIn = ({ faults, verdicts }: Plan) => [...faults, ...verdicts.flatMap((verdict) => verdict.faults)];

interface Examined {
  readonly headings: ImportHeading[];
  readonly constants: ImportConstant[];
  readonly rows: number;
  readonly plan: Plan;
}

async function examine(em: EntityManager, now: Date, id: string, { told }: Way): Promise<void> {
  const kept = await held(em, id, async (em) => {
    const examined = await judgedRows(em, now, id);
    told(examined.rows);
    return keptOf(examined);
  });
  told(kept.rows ?? 0);
  await settle(em, id, { ...kept, state: ImportState.EXAMINED });
}

/** Reads the file of a run, and judges its rows against what is recorded now. */
async function judgedRows(em: EntityManager, now: Date, id: string): Promise<Examined> {
  const run = await em.findOneOrFail(ImportRun, { id }, { populate: ['upload'] });
  const { columns, plan } = kinds[run.kind];
  const editionId = run.edition?.id ?? '';
  const { headings, constants, sheet, faults } = await readingOf(em, run, await columns(em, editionId));
  const about = { now, editionId, sheet, upload: run.upload.getEntity() };
  const planned = faults.length > 0 ? refusedWhole(faults) : await plan(em, about);
  return { headings, constants, rows: sheet.rows.length, plan: planned };
}

async function keptOf({
  headings,
  constants,
  rows,
  plan: { faults, verdicts },
}: Examined): Promise<Partial<ImportRun>> {
  const { NEW, CHANGED, UNCHANGED, REFUSED } = countsOf(verdicts);
  const counts = { created: NEW, changed: CHANGED, unchanged: UNCHANGED, refused: REFUSED };
  const faultCount = verdicts.reduce((count, verdict) => count + verdict.faults.length, faults.length);
  const shown = faults.toSorted((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
  return { headings, constants, rows, ...counts, faultCount, faults: shown, ...(await packed(verdicts)) };
}

/** Writes the good rows in one transaction: a crash half-way changes nothing, the same file twice changes nothing. */
async function importNow(em: EntityManager, now: Date, id: string, { told }: Way): Promise<void> {
  await held(em, id, async (inside) => {
    await holdImports(inside);
    const { digest } = await inside.findOneOrFail(ImportRun, { id });
    const examined = await judgedRows(inside, now, id);
    if (digestOfVerdicts(examined.plan.verdicts) !== digest) throw new Moved(examined);
    const { NEW, CHANGED } = countsOf(examined.plan.verdicts);
    if (NEW + CHANGED === 0) return;
    await examined.plan.write(inside, told);
    await inside.flush();
    // Known before it is committed: a crash right after leaves nobody in doubt, see `endInterrupted`.
    await settle(em, id, { act: await actOf(inside) });
  });
  await settle(em, id, { state: ImportState.IMPORTED, endedAt: now });
  await markApplied(em, now, id);
}

const markApplied = (em: EntityManager, now: Date, id: string): Promise<unknown> =>
  (em.fork() as EntityManager).execute(
    `update upload set applied_at = ?, version = version + 1 where id = (select upload_id from import_run where id = ?)`,
    [now, id],
  );

/** Works in one transaction that holds the name of a run: as long as it lasts, someone is at work on it. */
const held = <T>(em: EntityManager, id: string, work: (em: EntityManager) => Promise<T>): Promise<T> =>
  (em.fork() as EntityManager).transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`import ${id}`]);
    return work(em as EntityManager);
  });

/**
 * Ends the runs that a crash interrupted, at the start: those whose writing is in the journal are done, the others
 * failed without a trace. Those another server is at work on are left alone.
 */
export const endInterrupted = (em: EntityManager): Promise<unknown> =>
  em.execute(`
    update import_run r set version = version + 1,
      state = case when done then 'IMPORTED' else 'FAILED' end,
      failure = case when done then null else 'IMPORT_INTERRUPTED' end,
      act = case when done then r.act end
    from (select id, exists (select from change c where c.act = i.act) as done from import_run i
          where state in ('EXAMINING', 'IMPORTING')
            and pg_try_advisory_xact_lock(hashtextextended('import ' || id, 0))) interrupted
    where interrupted.id = r.id`);
