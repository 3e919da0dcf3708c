import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { loadDemonstration } from '../../server/demo/demonstration.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { openOrm } from '../../server/orm.ts';

/** The database that holds the demonstration, and is only copied. */
export const LOADED = 'template_demonstration';
const SECRET = 'what-signs-The-versions-of-the-demonstration-0123456789';

interface Where {
  /** How the owner of the tests' PostgreSQL connects. */
  readonly adminUrl: string;
  /** The migrated database to begin from. */
  readonly template: string;
}

/** Loads the demonstration, once a run: of those who ask side by side the first loads it, the others wait at the lock. */
export async function loadOnce({ adminUrl, template }: Where): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(2012)');
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [LOADED]);
    if (rowCount) return;
    await admin.query(`create database being_loaded template ${template}`);
    const orm = openOrm(adminUrl.replace(/[^/]*$/, 'being_loaded'));
    const now = new Date('2022-12-01T09:00:00Z');
    await orm.em.fork().transactional((em) => loadDemonstration(em as EntityManager, now, openSeal(SECRET), () => {}));
    await orm.close();
    await admin.query(`alter database being_loaded rename to ${LOADED}`);
  } finally {
    await admin.end();
  }
}
