import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Upload } from '../kernel/upload.ts';
import type { LicenceInput } from './licence.input.ts';
import { filled, scopesOf, standingOf, unknownIn, type Words } from './licence.rules.ts';
import { Licence, type LicenceScope, type LicenceTerm, type Usage } from './licence.ts';
import { visibleLaureates } from './trophy.policy.ts';
import { Laureate } from './trophy.ts';

/** Adds a licence to an edition that is not published: what laureates were promised does not change afterwards. */
export async function createLicence(em: EntityManager, editionId: string, input: LicenceInput): Promise<Licence> {
  const edition = await editionGranting(em, editionId, 'LICENSE', 'EDITION_PUBLISHED');
  const licence = em.create(Licence, { edition, ...(await checked(em, input)) } as never);
  await em.flush();
  return licence;
}

export async function updateLicence(
  em: EntityManager,
  id: string,
  version: number,
  input: LicenceInput,
): Promise<Licence> {
  const licence = await em.findOneOrFail(Licence, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  await editionGranting(em, licence.edition.id, 'LICENSE', 'EDITION_PUBLISHED');
  em.assign(licence, (await checked(em, input)) as never);
  await em.flush();
  return licence;
}

export async function removeLicence(em: EntityManager, id: string): Promise<boolean> {
  const licence = await em.findOne(Licence, { id });
  if (!licence) throw new Refusal('NOT_FOUND');
  await editionGranting(em, licence.edition.id, 'LICENSE', 'EDITION_PUBLISHED');
  await em.remove(licence).flush();
  return true;
}

/** A licence as a file or a copy carries it: plain, without its logo. */
export type LicenceConfiguration = Pick<Licence, 'label' | 'wording' | 'fromOn' | 'untilOn'> & {
  readonly scope: `${LicenceScope}`;
  readonly position: number;
};

/** The licences of an edition, plain, in the order of the table. */
export async function licencesOf(em: EntityManager, editionId: string): Promise<LicenceConfiguration[]> {
  const licences = await em.find(Licence, { edition: editionId }, { orderBy: { position: 'asc', label: 'asc' } });
  return licences.map(({ scope, position, label, wording, fromOn, untilOn }) => ({
    ...{ scope, position, label, wording, fromOn, untilOn },
  }));
}

/** Makes the licences of an edition exactly these; those that stay keep their logo. The caller holds the transaction. */
export async function configureLicences(
  em: EntityManager,
  editionId: string,
  wanted: readonly LicenceConfiguration[],
): Promise<void> {
  const edition = await editionGranting(em, editionId, 'LICENSE', 'EDITION_PUBLISHED');
  const known: Licence[] = await em.find(Licence, { edition });
  const same = (one: LicenceConfiguration, other: LicenceConfiguration) =>
    one.scope === other.scope && one.label === other.label;
  for (const licence of known) if (!wanted.some((one) => same(one, licence))) em.remove(licence);
  for (const one of wanted) {
    const before = known.find((licence) => same(licence, one));
    if (before) em.assign(before, one as never);
    else em.create(Licence, { edition, ...one } as never);
  }
  await em.flush();
}

/** What is stored of a licence: names left open that can be filled in, and a logo that is an image. */
async function checked(em: EntityManager, { logoId = null, untilOn = null, ...said }: LicenceInput): Promise<object> {
  const unknown = unknownIn(said.wording, said.scope);
  if (unknown.length > 0) throw new Refusal('LICENCE_PLACEHOLDER', { placeholders: unknown, field: 'wording' });
  if (logoId !== null && !(await isLogo(em, logoId))) throw new Refusal('LICENCE_LOGO', { field: 'logoId' });
  return { ...said, untilOn, logo: logoId };
}

/** How files of the two kinds begin: what can be printed, and cannot run anything. */
const beginnings = ['89504e470d0a1a0a', '255044462d'];

async function isLogo(em: EntityManager, id: string): Promise<boolean> {
  const [found] = await em.execute<{ head: string }[]>(
    `select encode(substring(content from 1 for 8), 'hex') as head from upload where id = ?`,
    [id],
  );
  return beginnings.some((beginning) => found?.head.startsWith(beginning));
}

/** What a laureate may use, in the order of the table. `day` is today in Paris, as 2022-11-10. */
export async function usagesOf(em: EntityManager, actor: Actor, laureateId: string, day: string): Promise<Usage[]> {
  const laureate = await laureateOf(em, actor, laureateId);
  const { mention, award, trophy } = laureate;
  const scopes = scopesOf(award, mention) as LicenceScope[];
  const edition = trophy.getEntity().edition.getEntity();
  const licences: Licence[] = await em.find(
    Licence,
    { edition, scope: { $in: scopes } },
    { orderBy: { position: 'asc', label: 'asc' } },
  );
  const words = wordsOf(laureate);
  return licences.map((licence) => ({
    ...{ licence, wording: filled(licence.wording, words) },
    term: standingOf({ from: licence.fromOn, until: licence.untilOn }, day) as LicenceTerm,
  }));
}

/** A laureate that one may see, with its award and its edition. */
export async function laureateOf(em: EntityManager, actor: Actor, id: string): Promise<Laureate> {
  const where = { $and: [{ id }, visibleLaureates(actor)] };
  const populate = ['structure', 'trophy.edition', 'trophy.category', 'trophy.prize'] as const;
  const laureate = await em.findOne(Laureate, where, { populate });
  if (!laureate) throw new Refusal('NOT_FOUND');
  return laureate;
}

/** How an award is printed; empty where the source of a past palmarès does not name it. */
export const awardLabelOf = ({ trophy }: Laureate): string => {
  const { category, prize } = trophy.getEntity();
  return category?.getProperty('label') ?? prize?.getProperty('label') ?? '';
};

function wordsOf(laureate: Laureate): Words {
  const { label, year, ordinal } = laureate.trophy.getEntity().edition.getEntity();
  return {
    ...{ laureate: laureate.structure.getProperty('name'), award: awardLabelOf(laureate), edition: label },
    ...{ year: String(year), ordinal: String(ordinal), mention: laureate.mention },
  };
}

/** The file of a logo, for those who may use it: staff, and laureates it was lent to. */
export async function logoOf(em: EntityManager, actor: Actor, id: string): Promise<Upload> {
  const licence = await em.findOne(Licence, { id });
  if (!licence?.logo) throw new Refusal('NOT_FOUND');
  const laureates = await em.find(Laureate, {
    $and: [{ trophy: { edition: licence.edition.id } }, visibleLaureates(actor)],
  });
  const lent = laureates.some(({ award, mention }) => scopesOf(award, mention).includes(licence.scope));
  if (!isStaff(actor) && !lent) throw new Refusal('NOT_FOUND');
  return em.findOneOrFail(Upload, { id: licence.logo.id }, { populate: ['content'] });
}
