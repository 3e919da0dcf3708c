import type { Pool, PoolClient } from 'pg';

/**
 * PostgreSQL has already rolled back a transaction whose connection was lost. Kysely asks for it all the same, fails,
 * and then never gives the connection back: after ten losses (one restart of PostgreSQL under way of ten writes) its
 * pool would be empty for good. To such a rollback the answer is therefore yes. Nor does Kysely give back a connection
 * that was lost as its transaction began: it is given back here.
 */
export function forgiveLostRollbacks(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as unknown as (...asked: unknown[]) => Promise<unknown>;
    const forgiving = (...asked: unknown[]): unknown => {
      const [statement] = asked;
      if (statement === 'rollback') return query(...asked).catch(() => ({ command: 'ROLLBACK', rows: [] }));
      if (!/^(begin|start transaction)/.test(String(statement))) return query(...asked);
      return query(...asked).catch((error: Error) => {
        client.release(error);
        throw error;
      });
    };
    client.query = forgiving as PoolClient['query'];
  });
}
