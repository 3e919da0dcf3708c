import pg from 'pg';

/** A connection of PostgreSQL: every statement is either a query, or bound to its values. */
interface Wire {
  readonly stream: { destroy(): void };
  query(...asked: unknown[]): unknown;
  bind(...asked: unknown[]): unknown;
}
const wire = pg.Connection.prototype as unknown as Wire;

/**
 * Cuts the wire as a statement is about to be sent, as if the server had been killed at that very moment: `act` is done
 * with its n-th statement, from 1, never arriving. Answers how many statements there were; fewer than n: nothing was cut.
 */
export async function killedAt(n: number, act: () => Promise<unknown>): Promise<number> {
  const { query, bind } = wire;
  let count = 0;
  const cutting = (send: (...asked: unknown[]) => unknown) =>
    function (this: Wire, ...asked: unknown[]) {
      if (++count === n) this.stream.destroy();
      return send.apply(this, asked);
    };
  Object.assign(wire, { query: cutting(query), bind: cutting(bind) });
  try {
    await act();
  } finally {
    Object.assign(wire, { query, bind });
  }
  return count;
}
