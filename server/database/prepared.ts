import type { Pool, PoolClient } from 'pg';

/**
 * A statement that says its name in its first line ("-- name") is prepared under it, once a connection, instead of being
 * read and planned at each asking: for the few that many ask at once, that is half of what they cost. Kysely has no word
 * for it. One name is one text.
 */
export function prepareNamed(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as unknown as (...asked: unknown[]) => Promise<unknown>;
    const preparing = (...asked: unknown[]): unknown => {
      const [text, values] = asked;
      const name = typeof text === 'string' ? /^-- (\w+)\n/.exec(text)?.[1] : undefined;
      return name ? query({ name, text, values }) : query(...asked);
    };
    client.query = preparing as PoolClient['query'];
  });
}
