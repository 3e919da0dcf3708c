import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { alignEmbargo } from './embargo.ts';

/**
 * The roles that read what was decided. `published_reader` is the published world: it may read schema `published` and
 * has no right on anything else. `press_reader` is the press under embargo: it may read schema `press`, where what is
 * public and what waits for its instant stand together, and nothing else.
 */
const roles = { public: 'published_reader', press: 'press_reader' } as const;

/** How each role connects. */
export type ReaderUrls = Readonly<Record<keyof typeof roles, string>>;

/**
 * Lets the reader roles in, and answers how they connect: the same database, passwords derived from our secret. Done
 * at each start, because a copied or restored database forgets rights on itself and a new secret makes new passwords.
 */
export async function readerUrls(ownerUrl: string, secret: string): Promise<ReaderUrls> {
  const passwordOf = (role: string) => createHmac('sha256', secret).update(role).digest('hex');
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await alignEmbargo(owner);
    for (const role of Object.values(roles))
      await insist(() => owner.query(`alter role ${role} login password '${passwordOf(role)}'`));
    await insist(() =>
      owner.query(
        `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
      ),
    );
  } finally {
    await owner.end();
  }
  const urlOf = (role: string): string => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwordOf(role);
    return url.href;
  };
  return { public: urlOf(roles.public), press: urlOf(roles.press) };
}

/**
 * Roles and databases belong to the whole cluster: PostgreSQL refuses a change of one at the very instant of another's,
 * of two processes that start together or of two databases side by side (`tuple concurrently updated`). Then once more.
 */
async function insist(change: () => Promise<unknown>): Promise<void> {
  for (let left = 100; ; left--)
    try {
      await change();
      return;
    } catch (error) {
      const crossed = error instanceof pg.DatabaseError && error.code === 'XX000';
      if (!crossed || left === 0) throw error;
      await pause(10);
    }
}

/** Connections of one reader role, with named statements: PostgreSQL plans each only once. */
export function openReader(url: string, complain: (error: Error) => void) {
  const pool = new pg.Pool({ connectionString: url, max: 8, idleTimeoutMillis: 0 });
  // Without a listener, a connection that PostgreSQL drops would end the process.
  pool.on('error', complain);
  return {
    async query<Row>(name: string | undefined, text: string, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await pool.query({ ...(name && { name }), text, values: [...values] });
      return rows as Row[];
    },
    close: () => pool.end(),
  };
}
