import pg from 'pg';

/** What is published at this moment, known without asking at each request. */
export interface Releases {
  /**
   * A number that what is published has had since it last changed and never before, on this server: what is withdrawn and
   * said again is another state. Null while it is not known for sure.
   */
  state(): number | null;
  has(version: string): boolean;
  close(): Promise<void>;
}

/** How long to wait before listening again, in ms, when PostgreSQL went away. */
const PATIENCE = 500;

/**
 * Listens to releases, as the reader role. PostgreSQL tells each at its commit, to every process; while the connection
 * is lost nothing is known, and nobody answers from memory.
 */
export function openReleases(url: string, complain: (error: Error) => void): Releases {
  let versions: ReadonlySet<string> | null = null;
  let changes = 0;
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const forget = () => {
    versions = null;
    changes += 1;
  };
  const look = async (from: pg.Client) => {
    forget();
    const { rows } = await from.query<{ version: string }>('select version from published.dataset order by version');
    versions = new Set(rows.map(({ version }) => version));
  };
  const again = () => {
    forget();
    client = null;
    if (!closed) timer ??= setTimeout(listen, PATIENCE).unref();
  };
  const listen = () => {
    timer = null;
    const own = new pg.Client({ connectionString: url, keepAlive: true });
    client = own;
    own.on('error', complain);
    own.on('end', again);
    own.on('notification', () => void look(own).catch(complain));
    own
      .connect()
      .then(() => own.query('listen published'))
      .then(() => look(own))
      .catch((error: Error) => {
        complain(error);
        own.end().catch(complain);
        again();
      });
  };
  listen();

  return {
    state: () => (versions ? changes : null),
    has: (version) => versions?.has(version) ?? false,
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
