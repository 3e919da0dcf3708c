import { createHmac } from 'node:crypto';
import type { Duplex } from 'node:stream';
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

/** A statement that waits to be sent. */
interface Waiting {
  readonly statement: pg.QueryConfig;
  answer(rows: unknown[]): void;
  refuse(error: unknown): void;
}

/** How many statements go out together at most, and how long, in ms, one may have taken that is sent with others. */
const TOGETHER = 3;
const QUICK = 20;

/**
 * Connections of one reader role, with named statements: PostgreSQL plans each only once. Statements that are asked for
 * in one turn of the event loop go out together, a few on each connection: to write to PostgreSQL and wake it is most of
 * what an answer costs this process, and is paid once for all of them. Each still stands or fails alone, and only those
 * that were quick the last time are sent so: nobody waits behind a slow one.
 */
export function openReader(url: string, complain: (error: Error) => void) {
  const pool = new pg.Pool({ connectionString: url, max: 8, idleTimeoutMillis: 0, pipeline: true });
  // Without a listener, a connection that PostgreSQL drops would end the process.
  pool.on('error', complain);
  const quick = new Set<string>();
  let waiting: Waiting[] = [];

  // Told back and not promised: a promise for each would cost a good part of what is saved.
  const send = (together: readonly Waiting[]): void =>
    pool.connect((error, client, release) => {
      if (!client) {
        for (const { refuse } of together) refuse(error);
        return;
      }
      const start = performance.now();
      let left = together.length;
      let wrong: Error | undefined;
      client.on('error', complain);
      const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
      stream.cork();
      for (const { statement, answer, refuse } of together)
        client.query(statement, (failed: Error | null, result) => {
          wrong ??= failed ?? undefined;
          left -= 1;
          if (left === 0) {
            client.off('error', complain);
            release(wrong);
          }
          if (statement.name) remember(statement.name, !failed && performance.now() - start < QUICK);
          if (failed) refuse(failed);
          else answer(result.rows);
        });
      stream.uncork();
    });
  const remember = (name: string, wasQuick: boolean) => (wasQuick ? quick.add(name) : quick.delete(name));
  const flush = (): void => {
    const all = Object.groupBy(waiting, ({ statement: { name = '' } }) => (quick.has(name) ? 'together' : 'alone'));
    waiting = [];
    const { together = [], alone = [] } = all;
    for (const each of alone) send([each]);
    for (let from = 0; from < together.length; from += TOGETHER) send(together.slice(from, from + TOGETHER));
  };

  return {
    query: <Row>(name: string | undefined, text: string, values: readonly unknown[]): Promise<Row[]> =>
      new Promise((answer, refuse) => {
        const statement = { ...(name && { name }), text, values: [...values] };
        if (waiting.push({ statement, answer: answer as Waiting['answer'], refuse }) === 1) setImmediate(flush);
      }),
    close: () => pool.end(),
  };
}
