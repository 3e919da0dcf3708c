import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.ts';
import { hashOf } from '../account/token.ts';
import { Contact } from '../enrolment/contact.ts';
import type { Context } from '../kernel/context.ts';
import type { Seal } from '../kernel/seal.ts';
import { Invitation } from '../registration/invitation.ts';
import type { Provisional } from './provisional.ts';

/** What sending a link takes. */
export type Sender = Pick<Context, 'postman' | 'seal'>;

/** The secret of a link: the same each time it is asked for, and nobody's but this installation's. */
export const tokenOf = (seal: Seal, seed: string): string => hashOf(seal.sign(`barometre provisional ${seed}`));

/** The token is in the fragment, which browsers send to no server: a mail scanner that follows the link learns nothing. */
export const linkOf = ({ postman, seal }: Sender, { seed }: Provisional): string =>
  `${postman.publicUrl}/#/provisional?token=${tokenOf(seal, seed ?? '')}`;

/**
 * Where to write to a structure about its results: the address that answered its invitation, else its first contact
 * with one, else an account that speaks for it. Null when there is nobody: staff are told.
 */
export async function addressOf(em: EntityManager, { enrolment: of }: Provisional): Promise<string | null> {
  const enrolment = await of.loadOrFail();
  const { structure } = enrolment;
  const opened = { enrolment, openedAt: { $ne: null }, revokedAt: null };
  const invitation = await em.findOne(Invitation, opened, { orderBy: { openedAt: 'desc' } });
  if (invitation) return invitation.recipient;
  const oldest = { orderBy: { createdAt: 'asc', id: 'asc' } } as const;
  const contact = await em.findOne(Contact, { structure, email: { $ne: null } }, oldest);
  if (contact) return contact.email;
  const speaks = { structureId: structure.id, closedAt: null };
  const account = await em.findOne(Account, speaks, { orderBy: { email: 'asc' } });
  return account?.email ?? null;
}
