import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { authPool, openAuth } from './account/auth.ts';
import { authenticateWith, headersOf, mountAuth } from './account/session.ts';
import { buildApp } from './app.ts';
import { buildAdmin } from './build.ts';
import { configOf } from './config.ts';
import { startEmbedded } from './database/embedded.ts';
import { lockFolder } from './database/lock.ts';
import { openReader, readerUrl } from './database/reader.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, loadDemonstration } from './demo/demonstration.ts';
import { Edition } from './edition/edition.ts';
import { systemClock } from './kernel/clock.ts';
import { openPostman } from './kernel/postman.ts';
import { openOrm } from './orm.ts';
import { keptSecret } from './secret.ts';
import { CannotStart, ensurePortFree, whenToldToStop } from './start.ts';

const say = (line: string) => console.log(line);

/** Starts everything, in the order in which each needs the one before; what was opened is closed in the other order. */
async function start(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = configOf();
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(config.dataDir);
  const opened: (() => unknown)[] = [() => lock.release()];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  whenToldToStop(stop);
  try {
    await ensurePortFree(config.port, config.host);
    const adminFolder = await buildAdmin(say);

    say('PostgreSQL starts…');
    const database = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
    if (database) opened.push(() => database.stop());
    const databaseUrl = config.databaseUrl ?? database?.url ?? '';
    const secret = config.secret ?? (await keptSecret(join(config.dataDir, 'secret')));

    const orm = openOrm(databaseUrl);
    opened.push(() => orm.close());
    const migrations = await orm.migrator.up();
    if (migrations.length > 0) say(`Database brought up to date: ${migrations.length} migrations.`);

    const complain = (error: unknown) => console.error(error);
    const reader = openReader(config.publishedDatabaseUrl ?? (await readerUrl(databaseUrl, secret)), complain);
    opened.push(() => reader.close());
    const em = orm.em as EntityManager;
    const postman = openPostman({
      ...{ em: em.fork() as EntityManager, smtpUrl: config.smtpUrl, from: config.mailFrom },
      ...{ publicUrl: config.publicUrl, clock: systemClock, complain },
    });
    opened.push(() => postman.close());
    const pool = authPool(databaseUrl, (message, details) => console.error(message, ...details));
    opened.push(() => pool.end());
    const auth = openAuth({
      ...{ pool, secret, publicUrl: config.publicUrl, clock: systemClock, limitByAddress: true },
      origins: [`http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`, 'http://localhost:5173'],
      sendMail: postman.send,
      complain: (message, details) => console.error(message, ...details),
    });

    const isEmpty = (await em.fork().count(Edition)) === 0;
    if (isEmpty && config.demonstration) {
      say('The demonstration is loaded, this first time only:');
      // All or nothing: killed half-way, the next start finds an empty database and loads it again.
      const step = (name: string) => say(`  ${name}`);
      await em.fork().transactional((em) => loadDemonstration(em as EntityManager, systemClock(), step));
    }

    const authenticate = authenticateWith(auth);
    const app = await buildApp({
      ...{ orm, reader, postman, clock: systemClock, adminFolder, logLevel: config.logLevel },
      https: config.publicUrl.startsWith('https:'),
      authenticate: (request) => authenticate(headersOf(request)),
      mountAuth: (app) => mountAuth(app, auth),
    });
    await app.listen({ port: config.port, host: config.host });
    opened.push(() => app.close());
    welcome(`http://localhost:${config.port}`, config.demonstration);
  } catch (error) {
    await stop();
    throw error;
  }
}

function welcome(home: string, demonstration: boolean): void {
  say(`
Baromètre is ready.
  Admin            ${home}/
  Published API    ${home}/graphql
  Back-office API  ${home}/admin/graphql
  Health           ${home}/healthz  ${home}/readyz`);
  if (!demonstration) return;
  say(`\nDemonstration accounts (password: ${DEMO_PASSWORD})`);
  for (const { email, role } of DEMO_PEOPLE) say(`  ${role.padEnd(14)} ${email}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
});
