import pg from 'pg';

/** The few statements that every request of the published world takes: who asks, and what they have left. */
export interface Ledger {
  query<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * Connections of their own, few and impatient: a flood of requests waits for itself, and leaves those of the back office
 * alone. Statements are named, so that PostgreSQL plans each only once a connection.
 */
export function openLedger(url: string, complain: (error: Error) => void): Ledger {
  const pool = new pg.Pool({ connectionString: url, max: 3, idleTimeoutMillis: 0, statement_timeout: 2000 });
  pool.on('error', complain);
  return {
    async query<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await pool.query({ name, text, values: [...values] });
      return rows as Row[];
    },
    close: () => pool.end(),
  };
}
