import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import { type AwardConfiguration, awardConfigurationOf, saidOf } from './award.service.ts';
import { Category } from './category.ts';
import { editionGranting } from './edition.service.ts';
import type { SpecialPrizeInput } from './prize.input.ts';
import { PrizeBasis, SpecialPrize } from './prize.ts';

export async function createPrize(
  em: EntityManager,
  editionId: string,
  input: SpecialPrizeInput,
): Promise<SpecialPrize> {
  const edition = await editionGranting(em, editionId, 'CONFIGURE', 'EDITION_PUBLISHED');
  const said = await checked(em, editionId, input);
  const prize = em.create(SpecialPrize, { edition, ...said } as never);
  await em.flush();
  return prize;
}

export async function updatePrize(
  em: EntityManager,
  id: string,
  version: number,
  input: SpecialPrizeInput,
): Promise<SpecialPrize> {
  const prize = await em.findOneOrFail(SpecialPrize, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  await editionGranting(em, prize.edition.id, 'CONFIGURE', 'EDITION_PUBLISHED');
  em.assign(prize, (await checked(em, prize.edition.id, input)) as never);
  await em.flush();
  return prize;
}

/** Removes a special prize nobody received: the foreign keys arbitrate. */
export async function removePrize(em: EntityManager, id: string): Promise<boolean> {
  const prize = await em.findOne(SpecialPrize, { id });
  if (!prize) throw new Refusal('NOT_FOUND');
  await editionGranting(em, prize.edition.id, 'CONFIGURE', 'EDITION_PUBLISHED');
  await em.remove(prize).flush();
  return true;
}

/** What is stored of a special prize: only what its basis needs, and categories that the edition has. */
async function checked(em: EntityManager, editionId: string, input: SpecialPrizeInput): Promise<object> {
  const { basis, channel, criteria, categoryCodes, ...said } = input;
  const open = [...new Set(categoryCodes ?? [])];
  const known = await em.find(Category, { edition: editionId, code: { $in: open } });
  const unknown = open.filter((code) => !known.some((category) => category.code === code));
  if (unknown.length > 0) throw new Refusal('PRIZE_CATEGORY_UNKNOWN', { categories: unknown });
  return {
    ...saidOf(said),
    ...(categoryCodes ? { categoryCodes: open } : {}),
    basis,
    channel: basis === PrizeBasis.CHANNEL ? (channel ?? null) : null,
    criteria: basis === PrizeBasis.DETERMINANT ? [...new Set(criteria ?? [])] : [],
  };
}

/** A special prize as a file or a copy carries it: plain, known by its code. */
export interface PrizeConfiguration extends AwardConfiguration {
  readonly code: string;
  readonly label: string;
  readonly position: number;
  readonly rewards: string | null;
  readonly categoryCodes: readonly string[];
  readonly basis: PrizeBasis;
  readonly channel: ChannelCode | null;
  readonly criteria: readonly string[];
}

/** The special prizes of an edition, plain, in their order. */
export async function prizesOf(em: EntityManager, editionId: string): Promise<PrizeConfiguration[]> {
  const prizes = await em.find(SpecialPrize, { edition: editionId }, { orderBy: { position: 'asc', code: 'asc' } });
  return prizes.map((prize) => ({
    ...{ code: prize.code, label: prize.label, position: prize.position, rewards: prize.rewards },
    ...{ categoryCodes: [...prize.categoryCodes], basis: prize.basis },
    ...{ channel: prize.channel, criteria: [...prize.criteria] },
    ...awardConfigurationOf(prize),
  }));
}

/** Makes the special prizes of an edition exactly these, known by their code. The caller holds the transaction. */
export async function configurePrizes(
  em: EntityManager,
  editionId: string,
  wanted: readonly PrizeConfiguration[],
): Promise<void> {
  const edition = await editionGranting(em, editionId, 'CONFIGURE', 'EDITION_PUBLISHED');
  const known: SpecialPrize[] = await em.find(SpecialPrize, { edition });
  for (const one of wanted) {
    const before = known.find(({ code }) => code === one.code);
    if (before) em.assign(before, one as never);
    else em.create(SpecialPrize, { edition, ...one } as never);
  }
  for (const prize of known) if (!wanted.some(({ code }) => code === prize.code)) em.remove(prize);
  await em.flush();
}
