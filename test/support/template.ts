import 'reflect-metadata';
import pg from 'pg';
import { alignEmbargo } from '../../server/database/embargo.ts';
import { openOrm } from '../../server/orm.ts';

/** Brings the template of all test databases to the current schema. Called once a run, on an empty database. */
export async function migrateTemplate(url: string): Promise<void> {
  const orm = openOrm(url);
  await orm.migrator.up();
  await orm.close();
  const owner = new pg.Client(url);
  await owner.connect();
  await alignEmbargo(owner);
  await owner.end();
}
