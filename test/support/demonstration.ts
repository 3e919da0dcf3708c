import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { inject } from 'vitest';
import { loadDemonstration } from '../../server/demo/demonstration.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { openOrm } from '../../server/orm.ts';
import { makeDatabase } from './database.ts';

const LOADED = 'template_demonstration';
const SECRET = 'what-signs-The-versions-of-the-demonstration-0123456789';

/** A database of a test file's own that holds the demonstration. It is loaded once a run, then copied. */
export async function makeDemonstration(name: string): Promise<string> {
  await loadOnce();
  return makeDatabase(name, LOADED);
}

/** Test files run side by side: the first to come loads it, the others wait at the lock. */
async function loadOnce(): Promise<void> {
  const adminUrl = inject('adminUrl');
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(2012)');
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [LOADED]);
    if (rowCount) return;
    await admin.query(`create database being_loaded template ${inject('template')}`);
    const orm = openOrm(adminUrl.replace(/[^/]*$/, 'being_loaded'));
    const now = new Date('2022-12-01T09:00:00Z');
    await orm.em.fork().transactional((em) => loadDemonstration(em as EntityManager, now, openSeal(SECRET), () => {}));
    await orm.close();
    await admin.query(`alter database being_loaded rename to ${LOADED}`);
  } finally {
    await admin.end();
  }
}
