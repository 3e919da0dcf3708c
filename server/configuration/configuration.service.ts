import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { correctEdition } from '../audit/audit.service.ts';
import { categoriesOf, configureCategories } from '../edition/category.service.ts';
import type { EditionInput } from '../edition/edition.input.ts';
import { grants } from '../edition/edition.rules.ts';
import { createEdition, heldEdition } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import { configurePrizes, prizesOf } from '../edition/prize.service.ts';
import { Frame } from '../grid/frame.ts';
import { configurationOf, configureGrid, gridOf, removeGrid } from '../grid/grid.service.ts';
import { Grid } from '../grid/grid.ts';
import { choosePolicy, latestPolicy } from '../grid/policy.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Reason, Refusal } from '../kernel/errors.ts';
import { actOf } from '../kernel/history.ts';
import { configureLicences, licencesOf } from '../trophy/licence.service.ts';
import {
  type Configuration,
  canonical,
  FORMAT,
  FORMAT_VERSION,
  type Part,
  placeOf,
  withParts,
} from './configuration.rules.ts';
import type { ConfigurationApplied, ConfigurationSource } from './configuration.ts';
import { type Difference, differencesOf, type Json } from './difference.rules.ts';
import { type DocumentFault, meaningFaults, readDocument } from './reading.rules.ts';

/** What staff configured of an edition, whole and in the one way it is written. */
export async function configurationOfEdition(em: EntityManager, editionId: string): Promise<Configuration> {
  const edition = await em.findOneOrFail(Edition, { id: editionId }, { refresh: true });
  const grid = await em.findOne(Grid, { edition, draft: false }, { orderBy: { number: 'desc' } });
  const policy = await latestPolicy(em, editionId);
  const { year, ordinal, label, provenance, datesDrive, note, sources, ...dated } = edition;
  return canonical({
    ...{ format: FORMAT, formatVersion: FORMAT_VERSION },
    edition: {
      ...{ year, ordinal, label, provenance },
      ...{ registrationFrom: dated.registrationFrom, registrationTo: dated.registrationTo },
      ...{ fieldworkFrom: dated.fieldworkFrom, fieldworkTo: dated.fieldworkTo, answersUntil: dated.answersUntil },
      ...{ contradictoryFrom: dated.contradictoryFrom, contradictoryTo: dated.contradictoryTo, datesDrive },
      ...{ ceremonyOn: dated.ceremonyOn, ceremonyPlace: dated.ceremonyPlace, note, sources },
      ...{ fewestContributors: dated.fewestContributors, largestShare: dated.largestShare },
    },
    categories: await categoriesOf(em, editionId),
    prizes: await prizesOf(em, editionId),
    licences: await licencesOf(em, editionId),
    policy: (policy?.rules ?? null) as Configuration['policy'],
    grid: (grid && (await configurationOf(em, grid.id))) as Configuration['grid'],
  } as Configuration);
}

/** What an edition has, what it would have, and all that lies between. */
export interface Comparison {
  readonly edition: Edition;
  readonly target: Configuration;
  readonly differences: readonly Difference[];
  readonly faults: readonly DocumentFault[];
  readonly refusals: readonly Reason[];
  readonly hash: string;
  readonly year: number;
}

/** Compares an edition with a configuration from elsewhere, in the parts one chooses; the faults of a file otherwise. */
export async function compare(
  em: EntityManager,
  editionId: string,
  source: ConfigurationSource,
  parts: readonly Part[],
): Promise<Comparison | { readonly faults: readonly DocumentFault[] }> {
  const read = await readSource(em, source);
  if ('faults' in read) return read;
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  const own = await configurationOfEdition(em, editionId);
  const taken = { ...read.configuration, grid: await withKnownFrames(em, read.configuration.grid) };
  const target = canonical(withParts(own, taken, parts));
  const differences = differencesOf(own as unknown as Json, target as unknown as Json);
  return {
    ...{ edition, target, differences, year: read.configuration.edition.year },
    faults: meaningFaults(target),
    refusals: await refusalsOf(em, edition, differences),
    hash: createHash('sha256')
      .update(JSON.stringify([own, target]))
      .digest('hex'),
  };
}

async function readSource(em: EntityManager, { editionId, document }: ConfigurationSource) {
  if (document != null) return readDocument(document);
  if (!editionId) throw new Refusal('NOT_FOUND');
  return { configuration: await configurationOfEdition(em, editionId) };
}

/** A version of a frame is one for all editions: what is known of it stands, and takes in the clauses it lacks. */
async function withKnownFrames(em: EntityManager, grid: Configuration['grid']): Promise<Configuration['grid']> {
  if (!grid) return null;
  const known: Frame[] = await em.find(Frame, {}, { populate: ['clauses'] });
  const frames = grid.frames.map((frame) => {
    const stored = known.find(({ code, release }) => code === frame.code && release === frame.version);
    if (!stored) return frame;
    const clauses = stored.clauses.getItems().map(({ number, label }) => ({ number, label }));
    const more = frame.clauses.filter(({ number }) => !clauses.some((clause) => clause.number === number));
    return { ...frame, label: stored.label, source: stored.source, clauses: [...clauses, ...more] };
  });
  return { ...grid, frames };
}

const differs = (differences: readonly Difference[], part: Part): boolean =>
  differences.some(({ path }) => path[0] === placeOf[part]);

/** Why these differences could not be applied in the phase the edition is in; nothing is refused that is equal. */
async function refusalsOf(em: EntityManager, edition: Edition, differences: readonly Difference[]): Promise<Reason[]> {
  const reasons = new Set<Reason>();
  if (differs(differences, 'EDITION') && edition.publishedAt) reasons.add('EDITION_PUBLISHED');
  if (differs(differences, 'LICENCES') && !grants(edition.phase, 'LICENSE')) reasons.add('EDITION_PUBLISHED');
  if (differs(differences, 'POLICY') && !grants(edition.phase, 'POLICY')) reasons.add('POLICY_FROZEN');
  if (differs(differences, 'GRID')) {
    const grid = await em.findOne(Grid, { edition, $or: [{ frozenAt: { $ne: null } }, { draft: true }] });
    if (grid) reasons.add('GRID_FROZEN');
  }
  const configured = (['CATEGORIES', 'PRIZES', 'GRID'] as const).some((part) => differs(differences, part));
  if (configured && !grants(edition.phase, 'CONFIGURE')) reasons.add('CONFIGURATION_CLOSED');
  return [...reasons];
}

/** The edition a file is about, or the one named by its year; made, in preparation, when there is none yet. */
export async function editionFor(
  em: EntityManager,
  { edition: said }: Configuration,
  into: number | null,
): Promise<{ edition: Edition; created: boolean }> {
  const known = await em.findOne(Edition, { year: into ?? said.year });
  if (known) return { edition: known, created: false };
  if (into !== null) throw new Refusal('NOT_FOUND');
  const { year, ordinal, label, provenance } = said;
  return { edition: await createEdition(em, { year, ordinal, label, provenance } as EditionInput), created: true };
}

/** What is applied: from where, which parts, what was read of it before, and why. */
export interface Application {
  readonly source: ConfigurationSource;
  readonly parts: readonly Part[];
  /** The hash of the comparison that was read; null applies whatever differs. */
  readonly confirmed: string | null;
  readonly motive: string | null;
}

/** Gives an edition the parts of a configuration, all or nothing. Equal parts are left alone: nothing is refused then. */
export function applyConfiguration(
  em: EntityManager,
  actor: Actor | null,
  editionId: string,
  { source, parts, confirmed, motive }: Application,
): Promise<ConfigurationApplied> {
  return em.transactional(async (em) => {
    await heldEdition(em, editionId);
    const compared = await compare(em, editionId, source, parts);
    if (compared.faults.length > 0) throw new Refusal('CONFIGURATION_INVALID', { told: compared.faults });
    const { differences, refusals, hash, target, edition } = compared as Comparison;
    if (confirmed !== null && confirmed !== hash) throw new Refusal('CONFIGURATION_MOVED');
    if (differences.length === 0) return { differences: 0, act: null };
    const [refusal] = refusals;
    if (refusal) throw new Refusal(refusal, { refusals, phase: edition.phase });
    await write(em, actor, edition, target, differences, motive);
    return { differences: differences.length, act: await actOf(em) };
  });
}

/** The author that is kept when nobody signed in applies a configuration: no account has this identifier. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

async function write(
  em: EntityManager,
  actor: Actor | null,
  edition: Edition,
  target: Configuration,
  differences: readonly Difference[],
  motive: string | null,
): Promise<void> {
  const { id } = edition;
  if (differs(differences, 'EDITION')) {
    const said = { ...target.edition, ...(motive ? { motive } : {}) };
    await correctEdition(em, id, edition.version, said as unknown as EditionInput);
  }
  if (differs(differences, 'CATEGORIES')) await configureCategories(em, id, target.categories as never);
  if (differs(differences, 'GRID')) await writeGrid(em, id, target);
  if (differs(differences, 'PRIZES')) await configurePrizes(em, id, target.prizes as never);
  if (differs(differences, 'LICENCES')) await configureLicences(em, id, target.licences ?? []);
  if (!differs(differences, 'POLICY')) return;
  const author = { id: actor?.id ?? NOBODY } as Actor;
  await choosePolicy(em, author, id, target.policy ?? {}, motive ?? 'Reprise d’une configuration.');
}

async function writeGrid(em: EntityManager, id: string, { grid }: Configuration): Promise<void> {
  if (grid) await configureGrid(em, id, grid);
  else await removeGrid(em, await gridOf(em, id));
}
