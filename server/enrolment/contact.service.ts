import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import type { ContactInput } from './contact.input.ts';
import { Contact } from './contact.ts';

/** Adds a person to write to. The structure is held meanwhile: one address is not added twice, however fast. */
export function createContact(em: EntityManager, structureId: string, input: ContactInput): Promise<Contact> {
  return em.transactional(async (em) => {
    const structure = await em.findOne(Structure, { id: structureId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!structure) throw new Refusal('NOT_FOUND');
    const said = saidIn(input);
    await refuseTwice(em, structureId, said.email ?? null, null);
    return em.create(Contact, { structure, ...said } as never);
  });
}

export function updateContact(em: EntityManager, id: string, version: number, input: ContactInput): Promise<Contact> {
  return em.transactional(async (em) => {
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
    const contact = await em.findOneOrFail(Contact, { id }, lock);
    const said = saidIn(input);
    await refuseTwice(em, contact.structure.id, said.email ?? null, id);
    return em.assign(contact, said as never);
  });
}

export async function removeContact(em: EntityManager, id: string): Promise<boolean> {
  const contact = await em.findOne(Contact, { id });
  if (!contact) throw new Refusal('NOT_FOUND');
  await em.remove(contact).flush();
  return true;
}

const saidIn = (input: ContactInput): Partial<ContactInput> => {
  const said = given(input);
  return said.email ? { ...said, email: said.email.toLowerCase() } : said;
};

async function refuseTwice(em: EntityManager, structure: string, email: string | null, id: string | null) {
  const other = email && (await em.findOne(Contact, { structure, email, ...(id ? { id: { $ne: id } } : {}) }));
  if (other) throw new Refusal('CONTACT_EXISTS', { field: 'email' });
}
