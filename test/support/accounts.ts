import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/postgresql';
import fastify from 'fastify';
import { graphql } from 'graphql';
import { buildSchema } from 'type-graphql';
import { afterAll, expect } from 'vitest';
import { AccountResolver } from '../../server/account/account.resolver.ts';
import { openAccount } from '../../server/account/account.service.ts';
import type { Account } from '../../server/account/account.ts';
import { authPool, openAuth } from '../../server/account/auth.ts';
import { MailResolver } from '../../server/account/mail.resolver.ts';
import { authenticateWith, mountAuth } from '../../server/account/session.ts';
import { type Actor, Role } from '../../server/kernel/actor.ts';
import { refusalIn } from '../../server/kernel/constraints.ts';
import { actingAs } from '../../server/kernel/history.ts';
import { Mail } from '../../server/kernel/mail.ts';
import { openPostman } from '../../server/kernel/postman.ts';
import { openOrm } from '../../server/orm.ts';
import { makeDatabase } from './database.ts';

export const HOME = 'https://barometre.example.org';
export const PASSWORD = 'quatre mots de passe';
export const MINUTE = 60_000;

/** The accounts alone, on a database of their own: doors, operations, mails, and a clock that can be put forward. */
export async function makeAccounts(name: string, smtpUrl: string | null = null) {
  const databaseUrl = await makeDatabase(name);
  const orm = openOrm(databaseUrl);
  await orm.migrator.up();
  const em = orm.em.fork() as EntityManager;
  const complaints: string[] = [];
  const complain = (...what: readonly unknown[]) => void complaints.push(what.flat().join(' '));
  const time = { ahead: 0 };
  const clock = () => new Date(Date.now() + time.ahead);
  const pool = authPool(databaseUrl, complain);
  const postman = openPostman({ em, smtpUrl, from: 'barometre@example.org', publicUrl: HOME, clock, complain });
  const secret = 'v3ry-l0ng-And-unguessable-words-for-tests-only';
  const ports = { pool, secret, publicUrl: HOME, sendMail: postman.send, clock, complain };
  const auth = openAuth({ ...ports, limitByAddress: false });
  const authenticate = authenticateWith(auth);
  const app = fastify();
  mountAuth(app, auth);
  afterAll(async () => {
    await Promise.all([app.close(), postman.close()]);
    await Promise.all([pool.end(), orm.close()]);
  });

  const ask = async (actor: Actor | null, source: string, variableValues: Record<string, unknown> = {}) => {
    const contextValue = { em: actingAs(em, actor), actor, now: clock(), postman };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    return {
      data: data as Record<string, Record<string, unknown>> | null,
      refusals: errors?.map((error) => refusalIn(error)?.reason ?? error.message),
    };
  };

  /** Someone at their browser: what they were given as cookies, they send back. */
  const browser = (origin: string = HOME) => {
    const jar = new Map<string, string>();
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = () => ({ origin, ...(jar.size > 0 ? { cookie: cookie() } : {}) });
    const post = async (path: string, payload: object) => {
      const answer = await app.inject({ method: 'POST', url: `/api/auth${path}`, headers: headers(), payload });
      const cookies = [answer.headers['set-cookie'] ?? []].flat();
      for (const [, name = '', value = '', rest = ''] of cookies.map((line) => /^(.*?)=(.*?);(.*)$/.exec(line) ?? []))
        if (/max-age=0/i.test(rest)) jar.delete(name);
        else jar.set(name, value);
      return { status: answer.statusCode, body: answer.json(), cookies };
    };
    const actor = () => authenticate(new Headers(headers()));
    return {
      headers,
      post,
      actor,
      signIn: (email: string, password = PASSWORD) => post('/sign-in/email', { email, password }),
      ask: async (source: string, variables?: Record<string, unknown>) => ask(await actor(), source, variables),
    };
  };

  let count = 0;
  const person = (role: Role = Role.MANAGER): Promise<Account> => {
    const who = { name: `Personne ${++count}`, email: `p${count}@example.org`, role };
    return openAccount(actingAs(em, null), who, PASSWORD);
  };

  /** The token in the latest mail to someone, once `mails` are there: they leave after the answer. */
  const tokenTo = async (email: string, mails = 1): Promise<string> => {
    const outbox = () => em.fork().find(Mail, { recipient: email }, { orderBy: { createdAt: 'desc' } });
    await expect.poll(async () => (await outbox()).length).toBe(mails);
    return /#\/choose-password\?token=(\S+)/.exec((await outbox())[0]?.body ?? '')?.[1] ?? '';
  };

  return { app, ask, auth, browser, clock, complaints, em, person, pool, time, tokenTo };
}

const schema = await buildSchema({
  resolvers: [AccountResolver, MailResolver],
  authChecker: ({ context }, roles: Role[]) => {
    const { actor } = context as { actor: Actor | null };
    return actor !== null && (roles.length === 0 || roles.includes(actor.role));
  },
  validate: false,
});
