import pg from 'pg';

/** Milliseconds after which a lost connection is made again. */
const AGAIN = 1000;

/** Hears what PostgreSQL is told under one name. */
export interface Listener {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * One connection that listens to PostgreSQL, from the first who needs it on. Lost, it comes back, and says null: what
 * happened meanwhile was not heard.
 */
export function openListener(
  url: string,
  channel: string,
  heard: (payload: string | null) => void,
  complain: (error: unknown) => void,
): Listener {
  let listening: Promise<pg.Client | null> | null = null;
  let [stopped, waiting] = [false, false];

  const connect = async (): Promise<pg.Client | null> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {}); // 'end' follows
    client.on('notification', ({ payload }) => heard(payload ?? null));
    client.on('end', comeBack);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      return client;
    } catch (error) {
      complain(error);
      comeBack();
      return null;
    }
  };
  const comeBack = (): void => {
    if (stopped || waiting) return;
    waiting = true;
    setTimeout(async () => {
      waiting = false;
      if (stopped) return;
      listening = connect();
      if (await listening) heard(null);
    }, AGAIN).unref();
  };
  return {
    async start(): Promise<void> {
      listening ??= connect();
      await listening;
    },
    async stop(): Promise<void> {
      stopped = true;
      await (await listening)?.end().catch(() => {});
    },
  };
}
