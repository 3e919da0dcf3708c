import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from './account/account.ts';
import { differenceLine, faultLine, HELP, refusalLine, say, textFaultLine } from './command.words.ts';
import { configOf } from './config.ts';
import { parts, textOf } from './configuration/configuration.rules.ts';
import {
  applyConfiguration,
  type Comparison,
  compare,
  configurationOfEdition,
  editionFor,
} from './configuration/configuration.service.ts';
import { readDocument } from './configuration/reading.rules.ts';
import { openDatabase } from './database/reach.ts';
import { Edition } from './edition/edition.ts';
import { type Actor, isStaff } from './kernel/actor.ts';
import { refusalIn } from './kernel/constraints.ts';
import { Refusal } from './kernel/errors.ts';
import { actingAs } from './kernel/history.ts';
import { openOrm } from './orm.ts';
import { CannotStart } from './start.ts';
import { textDocument } from './synthesis/document.service.ts';
import { TextKind } from './synthesis/manuscript.ts';
import { editorialText } from './synthesis/synthesis.service.ts';

/** How a command ended: done or equal; refused, or different for `config diff`; not understood. */
const DONE = 0;
const REFUSED = 1;
const MISUSED = 2;

/** A command that cannot be understood: its sentence, then how commands are written. */
class Misused extends Error {}

interface Options {
  readonly out?: string | undefined;
  readonly into?: string | undefined;
  readonly as?: string | undefined;
  readonly motive?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

/** The command line: what it prints on the standard output is data, what it says to people goes to the other. */
async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = understood(argv);
  const [room, verb, what, ...more] = positionals;
  if (values.help || room === undefined || room === 'help') {
    console.log(HELP);
    return values.help || room === 'help' ? DONE : MISUSED;
  }
  if (room === 'text') {
    const kind = verb === 'synthesis' || verb === 'press-release' ? verb : null;
    if (!kind) throw new Misused(say.unknown([room, verb].filter(Boolean).join(' ')));
    if (!what || more.length > 0) throw new Misused(say.yearNeeded);
    return reaching((em) => printed(em, kinds[kind], yearIn(what), values.out));
  }
  const known = room === 'config' && (verb === 'export' || verb === 'diff' || verb === 'import');
  if (!known) throw new Misused(say.unknown([room, verb].filter(Boolean).join(' ')));
  if (!what || more.length > 0) throw new Misused(say[verb === 'export' ? 'yearNeeded' : 'fileNeeded']);
  if (verb === 'export') return reaching((em) => exported(em, yearIn(what), values.out));
  const text = await readFile(what, 'utf8').catch(() => null);
  if (text === null) throw new Misused(say.noFile(what));
  const into = values.into === undefined ? null : yearIn(values.into);
  const write = verb === 'import' && !values['dry-run'];
  return reaching((em) => taken(em, text, into, write ? values : null, verb === 'diff'));
}

function understood(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...{ help: { type: 'boolean', short: 'h' }, 'dry-run': { type: 'boolean' } },
        ...{ out: { type: 'string' }, into: { type: 'string' }, as: { type: 'string' }, motive: { type: 'string' } },
      } as const,
    });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '';
    throw new Misused(say.unknownOption(option));
  }
}

function yearIn(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new Misused(say.yearNeeded);
  return Number(text);
}

/** Runs a command on the database of the installation, brought up to date, and lets go of it whatever happens. */
async function reaching(command: (em: EntityManager) => Promise<number>): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const database = await openDatabase(configOf());
  const orm = openOrm(database.url);
  try {
    await orm.migrator.up();
    return await command(orm.em.fork() as EntityManager);
  } finally {
    await orm.close();
    await database.close();
  }
}

const kinds = { synthesis: TextKind.SYNTHESIS, 'press-release': TextKind.PRESS_RELEASE } as const;

/** Builds the latest state of a text and writes it as a document; while anything in it is at fault, says what, and writes nothing. */
async function printed(em: EntityManager, kind: TextKind, year: number, out: string | undefined): Promise<number> {
  const edition = await em.findOne(Edition, { year });
  if (!edition) return refused(say.noEdition(year));
  const { current, build } = await editorialText(em, edition.id, kind);
  if (!current) return refused(say.noText(year));
  if (build.faults.length > 0) return refused(say.textFaulty(build.faults.length), ...build.faults.map(textFaultLine));
  const format = out?.endsWith('.txt') || out === undefined ? 'txt' : 'pdf';
  const { content } = await textDocument(em, current.id, format);
  if (out === undefined) process.stdout.write(content);
  else await writeFile(out, content);
  if (out !== undefined) console.error(say.printed(out, build.version));
  return DONE;
}

async function exported(em: EntityManager, year: number, out: string | undefined): Promise<number> {
  const edition = await em.findOne(Edition, { year });
  if (!edition) return refused(say.noEdition(year));
  const text = textOf(await configurationOfEdition(em, edition.id));
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
  if (out !== undefined) console.error(say.written(out));
  return DONE;
}

/** Shows what a file would change, and applies it when `options` are given. */
async function taken(
  em: EntityManager,
  text: string,
  into: number | null,
  options: Options | null,
  differing: boolean,
): Promise<number> {
  const read = readDocument(text);
  if ('faults' in read) return refused(say.invalid(read.faults.length), ...read.faults.map(faultLine));
  const year = into ?? read.configuration.edition.year;
  const actor = await authorOf(em, options?.as);
  const work = actingAs(em, actor).transactional(async (em) => {
    const { edition, created } = await editionFor(em as EntityManager, read.configuration, into);
    if (created) console.error(options ? say.created(year) : say.wouldCreate(year));
    const compared = await compare(em as EntityManager, edition.id, { document: text }, parts);
    const { faults } = compared;
    if (faults.length > 0) return refused(say.invalid(faults.length), ...faults.map(faultLine));
    const { differences, refusals, hash } = compared as Comparison;
    for (const difference of differences) console.log(differenceLine(difference));
    console.error(say.differences(differences.length, year));
    if (options) {
      const motive = options.motive ?? null;
      const wanted = { source: { document: text }, parts, confirmed: hash, motive };
      await applyConfiguration(em as EntityManager, actor, edition.id, wanted);
      console.error(differences.length > 0 || created ? say.applied(year) : say.nothing);
      return DONE;
    }
    for (const reason of refusals) console.error(refusalLine(new Refusal(reason)));
    const standing = differing ? differences.length : refusals.length;
    throw new OnlyLooked(standing > 0 ? REFUSED : DONE);
  });
  return work.catch((error: unknown) => {
    if (error instanceof OnlyLooked) return error.outcome;
    throw error;
  });
}

/** Ends a look: whatever was written to make it, such as an edition that does not exist yet, is taken back. */
class OnlyLooked extends Error {
  constructor(readonly outcome: number) {
    super();
  }
}

/** In whose name a configuration is applied: an account of staff, by its address; nobody when none is named. */
async function authorOf(em: EntityManager, email: string | undefined): Promise<Actor | null> {
  if (email === undefined) return null;
  const account = await em.findOne(Account, { email: email.toLowerCase(), closedAt: null });
  const actor = account as unknown as Actor | null;
  if (!actor || !isStaff(actor)) throw new Misused(say.noStaff(email));
  return actor;
}

function refused(...lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return REFUSED;
}

function explained(error: unknown): number {
  if (error instanceof Misused) {
    console.error(`${error.message}\n\n${HELP}`);
    return MISUSED;
  }
  const refusal = refusalIn(error);
  if (refusal) return refused(refusalLine(refusal));
  console.error(error instanceof CannotStart ? error.message : error);
  return REFUSED;
}

process.exitCode = await main(process.argv.slice(2)).catch(explained);
