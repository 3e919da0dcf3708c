import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { authPool, openAuth } from './account/auth.ts';
import { authenticateWith, headersOf, mountAuth } from './account/session.ts';
import { buildApp } from './app.ts';
import { keepCalendar, keepEvidence, keepReleases } from './calendar.ts';
import { keepDelivering } from './courier.ts';
import { openReader, readerUrls } from './database/reader.ts';
import { openReleases } from './database/releases.ts';
import { ANYWHERE_PUBLIC, type MayReach } from './delivery/send.ts';
import { endInterrupted } from './import/working.ts';
import { endInterruptedReports } from './individual/making.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { openJobs } from './kernel/jobs.ts';
import type { Keeping } from './kernel/keeping.ts';
import { openPostman, type Postman } from './kernel/postman.ts';
import { openSeal, type Seal } from './kernel/seal.ts';
import { openOrm } from './orm.ts';
import { wipeOutdated } from './rehearsal/rehearsal.service.ts';

/** What an application is opened with: a database, a secret, and how the world reaches it. */
export interface Settings {
  readonly databaseUrl: string;
  /** How the published world connects; null for the same database, as its reader role. */
  readonly publishedDatabaseUrl: string | null;
  readonly secret: string;
  readonly publicUrl: string;
  /** Other addresses the admin may be opened at. */
  readonly origins: readonly string[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly adminFolder: string | null;
  readonly logLevel: string;
  readonly limitByAddress: boolean;
  /** Whom partners may name to be written to; the open Internet unless told otherwise. */
  readonly mayReach?: MayReach;
  /** Proxies in front, believed on where a request comes from; none without. */
  readonly trustedProxies?: readonly string[];
  readonly clock?: Clock;
  /** How evidence is kept; without it none is taken. */
  readonly keeping?: Keeping;
}

/** An application on a database brought up to date: not listening yet. */
export interface Application {
  readonly app: FastifyInstance;
  readonly em: EntityManager;
  readonly postman: Postman;
  readonly seal: Seal;
  readonly migrations: number;
  /** Drains requests, then lets go of the database. */
  close(): Promise<void>;
}

/** Opens everything behind the port, in the order in which each part needs the one before. */
export async function openApplication(settings: Settings): Promise<Application> {
  const { databaseUrl, secret, publicUrl, smtpUrl, adminFolder, logLevel, clock = systemClock } = settings;
  const complain = (...what: readonly unknown[]) => console.error(...what);
  const orm = openOrm(databaseUrl);
  const migrations = await orm.migrator.up();
  const em = orm.em.fork() as EntityManager;
  await wipeOutdated(orm.em.fork() as EntityManager, clock());
  await endInterrupted(orm.em.fork() as EntityManager);
  await endInterruptedReports(orm.em.fork() as EntityManager);

  const urls = await readerUrls(databaseUrl, secret);
  const reading = settings.publishedDatabaseUrl ?? urls.public;
  const reader = openReader(reading, complain);
  const press = openReader(urls.press, complain);
  const releases = openReleases(reading, complain);
  const postman = openPostman({ em, smtpUrl, from: settings.mailFrom, publicUrl, clock, complain });
  const pool = authPool(databaseUrl, complain);
  const auth = openAuth({
    ...{ pool, secret, publicUrl, clock, origins: settings.origins, limitByAddress: settings.limitByAddress },
    ...{ sendMail: postman.send, complain },
  });
  const authenticate = authenticateWith(auth);
  const seal = openSeal(secret);
  const app = await buildApp({
    ...{
      orm,
      reader,
      press,
      releases,
      postman,
      clock,
      seal,
      jobs: openJobs((error) => complain('Work in the background failed:', error)),
      ...(settings.keeping ? { keeping: settings.keeping } : {}),
      adminFolder,
      logLevel,
      https: publicUrl.startsWith('https:'),
      trustedProxies: settings.trustedProxies ?? [],
    },
    authenticate: (request) => authenticate(headersOf(request)),
    mountAuth: (app) => mountAuth(app, auth),
  });
  const { mayReach = ANYWHERE_PUBLIC } = settings;
  const watches = [
    keepCalendar({ em, clock, complain }),
    keepReleases({ em, clock, seal, complain }),
    keepDelivering({ em, clock, seal, mayReach, complain }),
    ...(settings.keeping ? [keepEvidence({ em, clock, complain, keeping: settings.keeping })] : []),
  ];
  return {
    ...{ app, em, postman, seal, migrations: migrations.length },
    async close() {
      await Promise.all(watches.map((watch) => watch.stop()));
      await app.close();
      await postman.close();
      await Promise.all([reader.close(), press.close(), releases.close(), pool.end(), orm.close()]);
    },
  };
}
