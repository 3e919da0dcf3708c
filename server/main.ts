import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inviteAccount } from './account/account.service.ts';
import { Account } from './account/account.ts';
import { openApplication } from './application.ts';
import { buildScreens } from './build.ts';
import { type Config, configOf } from './config.ts';
import { startEmbedded } from './database/embedded.ts';
import { lockFolder } from './database/lock.ts';
import { DEMO_AUDITORS } from './demo/auditors.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, loadDemonstration } from './demo/demonstration.ts';
import { DEMO_JURORS } from './demo/jurors.ts';
import { Edition } from './edition/edition.ts';
import { Role } from './kernel/actor.ts';
import { systemClock } from './kernel/clock.ts';
import type { Keeping } from './kernel/keeping.ts';
import { Mail } from './kernel/mail.ts';
import type { Postman } from './kernel/postman.ts';
import { scannerAt } from './kernel/scan.ts';
import type { Seal } from './kernel/seal.ts';
import { openBucket, openDisk } from './kernel/store.ts';
import { keptSecret } from './secret.ts';
import { CannotStart, ensurePortFree, whenToldToStop } from './start.ts';
import { territories } from './territory/reference.ts';

/** After which every territory is read: half a second, for which the first release would else keep all readers waiting. */
const SETTLED_MS = 2000;

const say = (line: string) => console.log(line);

/** Starts everything; what was opened is closed in the other order, whether told to stop or stopped by an error. */
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
    const folders = await buildScreens(say);
    say('PostgreSQL starts…');
    const database = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
    if (database) opened.push(() => database.stop());
    const keeping = await keepingOf(config);
    const { app, em, postman, seal, migrations, close } = await openApplication({
      ...config,
      databaseUrl: config.databaseUrl ?? database?.url ?? '',
      secret: config.secret ?? (await keptSecret(join(config.dataDir, 'secret'))),
      origins: [`http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`, 'http://localhost:5173'],
      ...{ ...folders, limitByAddress: true, keeping },
    });
    opened.push(close);
    if (migrations > 0) say(`The database was brought up to date: ${migrations} migrations.`);
    if (config.demonstration) await demonstrate(em, seal, keeping);
    if (config.administrator) await inviteFirst(em, postman, config.administrator);
    await app.listen({ port: config.port, host: config.host });
    welcome(config);
    setTimeout(territories, SETTLED_MS).unref();
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where evidence lies, what looks at it, and for how long it is kept. */
async function keepingOf({ dataDir, bucket, virusScanner, evidenceDays }: Config): Promise<Keeping> {
  const folder = join(dataDir, 'evidence');
  return {
    store: bucket ? await openBucket(bucket) : openDisk(folder),
    scanner: virusScanner === null ? null : scannerAt(virusScanner),
    days: evidenceDays,
    incoming: join(folder, 'incoming'),
  };
}

/** All or nothing: killed half-way, the next start finds an empty database and loads the demonstration again. */
async function demonstrate(em: EntityManager, seal: Seal, keeping: Keeping): Promise<void> {
  if ((await em.count(Edition)) > 0) return;
  say('The demonstration is loaded, this first time only:');
  const step = (name: string) => say(`  ${name}`);
  await em.fork().transactional((em) => loadDemonstration(em as EntityManager, systemClock(), seal, step, keeping));
}

/** An installation without accounts invites its first administrator; without SMTP the letter is shown here, once. */
async function inviteFirst(em: EntityManager, postman: Postman, email: string): Promise<void> {
  if ((await em.count(Account)) > 0) return;
  await inviteAccount(em, postman, systemClock(), { name: 'Administrateur', email, role: Role.ADMINISTRATOR });
  const letter = await em.fork().findOneOrFail(Mail, { recipient: email });
  say(postman.delivers ? `An invitation was mailed to ${email}.` : `The invitation of ${email}:\n${letter.body}`);
}

function welcome({ port, demonstration }: Config): void {
  const home = `http://localhost:${port}`;
  say(`
Baromètre is ready.
  Admin            ${home}/
  Published API    ${home}/graphql
  Back-office API  ${home}/admin/graphql
  Health           ${home}/healthz  ${home}/readyz`);
  if (!demonstration) return;
  say(`\nDemonstration accounts (password: ${DEMO_PASSWORD})`);
  for (const { email, role } of DEMO_PEOPLE) say(`  ${role.padEnd(14)} ${email}`);
  for (const { email } of DEMO_AUDITORS) say(`  ${Role.AUDITOR.padEnd(14)} ${email}`);
  for (const { email, office } of DEMO_JURORS) say(`  ${`JUROR, ${office}`.padEnd(14)} ${email}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
});
