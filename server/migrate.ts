import 'reflect-metadata';
import { openOrm } from './orm.ts';

/** `up` brings the database to the latest migration; `create NAME` writes a new one from what the nouns became. */
const [verb, name] = process.argv.slice(2);
// A new migration is read off the snapshot: no database need run for it.
const orm = openOrm(process.env.DATABASE_URL ?? (verb === 'create' ? 'postgresql://127.0.0.1/none' : ''));
try {
  if (verb === 'up') {
    const done = await orm.migrator.up();
    console.log(`${done.length} migration(s) applied.`);
  } else if (verb === 'create' && name) {
    const { fileName } = await orm.migrator.create(undefined, false, false, name);
    console.log(`Wrote ${fileName}. Read it before you commit it.`);
  } else {
    console.error('Usage: migrate up | migrate create NAME');
    process.exitCode = 1;
  }
} finally {
  await orm.close();
}
