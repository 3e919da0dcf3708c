import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { EntityManager } from '@mikro-orm/postgresql';
import { buildApp } from '../../server/app.ts';
import { openReader, readerUrls } from '../../server/database/reader.ts';
import { openReleases } from '../../server/database/releases.ts';
import { openJobs } from '../../server/kernel/jobs.ts';
import { openPostman } from '../../server/kernel/postman.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { openOrm } from '../../server/orm.ts';
import { territories } from '../../server/territory/reference.ts';

/**
 * The application on a database that exists, in a process of its own, so that what stalls it stalls nobody who measures:
 * whoever asks is whom header `x-test-actor` says. Its port is told to its parent.
 */
const { OWNER = '' } = process.env;
const SECRET = 'one-and-the-same-For-all-test-databases-0123456789';
const complain = (error: unknown) => console.error(error);
const orm = openOrm(OWNER);
const { public: reading, press } = await readerUrls(OWNER, SECRET);
const clock = () => new Date();
const em = orm.em.fork() as EntityManager;
const publicUrl = 'https://barometre.example.org';
const app = await buildApp({
  ...{ orm, clock, jobs: openJobs(complain), seal: openSeal(SECRET) },
  ...{ reader: openReader(reading, complain), press: openReader(press, complain) },
  releases: openReleases(reading, complain),
  postman: openPostman({ em, smtpUrl: null, from: 'b@example.org', publicUrl, clock, complain }),
  ...{ adminFolder: null, https: true, logLevel: 'silent', anyonesAllowance: 2e9 },
  authenticate: async ({ headers }) => {
    const actor = headers['x-test-actor'];
    return actor ? JSON.parse(String(actor)) : null;
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
territories(); // as the server does, soon after it started
process.on('SIGINT', () => process.exit(0));
process.send?.({ port: (app.server.address() as AddressInfo).port });
