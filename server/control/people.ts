import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.ts';
import { Auditor } from '../auditor/auditor.ts';

/** What people are called where tests are controlled, by account: an auditor by their code, whoever controls by name. */
export async function calledBy(em: EntityManager, accounts: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accounts.filter((each) => each !== null))].filter((id) => UUID.test(id));
  if (ids.length === 0) return new Map();
  const [people, auditors] = [
    await em.find(Account, { id: { $in: ids } }),
    await em.find(Auditor, { accountId: { $in: ids } }),
  ];
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...auditors.map(({ accountId, code }) => [accountId, code] as const),
  ]);
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
