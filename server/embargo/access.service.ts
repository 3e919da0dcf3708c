import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newToken } from '../account/token.ts';
import { heldEdition } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { Dataset } from '../publication/dataset.ts';
import { EarlyAccess, type EarlyMeans, EarlyRead } from './access.ts';
import { earlyLetter } from './letters.ts';

/** Whom early access is given to. */
export interface Named {
  readonly name: string;
  readonly body: string;
  readonly email: string;
  readonly fromAt: Date;
}

type Sender = Pick<Context, 'postman' | 'seal'>;

/** Names someone who may read the next version of an edition under embargo, and mails them their link. */
export async function grantEarlyAccess(
  em: EntityManager,
  sender: Sender,
  actor: Actor,
  editionId: string,
  named: Named,
): Promise<EarlyAccess> {
  const seed = newToken();
  const access = await em.transactional(async (em) => {
    const edition = await heldEdition(em, editionId);
    const latest = await em.findOne(Dataset, { edition }, { orderBy: { number: 'desc' } });
    return em.create(EarlyAccess, {
      ...{ edition, datasetName: `${edition.year}.${(latest?.number ?? 0) + 1}`, ...named, seed },
      ...{ email: named.email.toLowerCase(), tokenHash: hashOf(tokenOf(sender.seal, seed)), grantedByName: actor.name },
    });
  });
  const { label } = await em.findOneOrFail(Edition, { id: editionId });
  await sender.postman.send(earlyLetter(access, label, linkOf(sender, access)));
  return access;
}

/** Withdraws it, at once. What was read stays in the register. */
export function revokeEarlyAccess(em: EntityManager, now: Date, id: string): Promise<EarlyAccess> {
  return em.transactional(async (em) => {
    const access = await em.findOne(EarlyAccess, { id });
    if (!access) throw new Refusal('NOT_FOUND');
    access.revokedAt ??= now;
    return access;
  });
}

/** The secret of a link: the same each time it is asked for, and nobody's but this installation's. */
const tokenOf = (seal: Seal, seed: string): string => hashOf(seal.sign(`barometre early ${seed}`));

/** The token is in the fragment, which browsers send to no server: a mail scanner that follows the link learns nothing. */
const linkOf = ({ postman, seal }: Sender, { seed }: EarlyAccess): string =>
  `${postman.publicUrl}/#/early?token=${tokenOf(seal, seed)}`;

/** What the register keeps of one reading. */
export interface Reading {
  readonly edition: Edition;
  readonly access: EarlyAccess | null;
  /** Who read, and for whom. */
  readonly reader: string;
  readonly means: EarlyMeans;
  readonly subject: string;
  readonly at: Date;
  readonly address: string;
}

/** Writes a reading into the register. Commit it before anything is told: what is not written was not read. */
export const recordEmbargoedRead = (em: EntityManager, reading: Reading): EarlyRead => em.create(EarlyRead, reading);
