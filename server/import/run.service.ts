import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import { holdImports, type Plan } from '../kernel/import.ts';
import { Upload } from '../kernel/upload.ts';
import { decided } from './deciding.ts';
import { judgedRows, keptOf } from './examination.ts';
import { kinds } from './kinds.ts';
import type { ImportPassageInput } from './passage.ts';
import {
  type ImportChoice,
  type ImportConstantInput,
  type ImportKind,
  ImportPolicy,
  ImportRun,
  ImportState,
} from './run.ts';
import { beginExamining, beginImporting } from './working.ts';

/** Who imports, when, with what. */
type Importer = Pick<Context, 'em' | 'now' | 'jobs'>;

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

/** Says what becomes of passages that may identify an agent, and examines the file again. */
export async function decidePassages(
  { em, now, jobs }: Importer,
  me: Actor,
  id: string,
  version: number,
  passages: readonly ImportPassageInput[],
): Promise<ImportRun> {
  const run = await inState(em, id, version, [ImportState.EXAMINED]);
  em.assign(run, { passages: decided(run, passages, me.name), state: ImportState.EXAMINING, failure: null });
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
  beginImporting(jobs, em, now, id);
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
