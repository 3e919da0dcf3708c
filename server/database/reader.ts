import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The role of the published world. It may read schema `published` and has no right on anything else. */
const ROLE = 'published_reader';

/**
 * Lets the reader role in, and answers how it connects: the same database, a password derived from our secret. Done
 * at each start, because a copied or restored database forgets rights on itself and a new secret makes a new password.
 */
export async function readerUrl(ownerUrl: string, secret: string): Promise<string> {
  const password = createHmac('sha256', secret).update(ROLE).digest('hex');
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query(`alter role ${ROLE} login password '${password}'`);

    await owner.query(
      `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
    );
  } finally {
    await owner.end();
  }
  const url = new URL(ownerUrl);
  url.username = ROLE;
  url.password = password;
  return url.href;
}

/** Connections of the published world, with named statements: PostgreSQL plans each only once. */
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
