import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Ledger } from './database/ledger.ts';
import { openListener } from './database/listener.ts';
import { EVENT_CHANNEL, MESSAGE } from './delivery/message.ts';
import { openToAll } from './gate.ts';
import { Refusal } from './kernel/errors.ts';

/** Milliseconds between two signs of life, which keep proxies from closing a silent stream. */
const HEARTBEAT = 20_000;
/** Milliseconds after which a reader comes back. */
const AGAIN = 3000;
/** Streams a server holds open, and of them those to one address. */
const MOST = 500;
const MOST_FROM_ONE = 10;

interface Told {
  readonly id: string;
  readonly kind: string;
  /** What is told, as JSON: the same as to a webhook. */
  readonly message: string;
}

interface Reader {
  readonly from: string;
  /** The last event they were told. */
  last: string;
  readonly reply: FastifyReply;
}

/**
 * `GET /events`: what is published, as server-sent events, to anyone who listens. Each carries its number: who comes back
 * with `Last-Event-ID` is told what they missed first, so that nothing is lost to a bad network or a restart.
 */
export function mountStream(app: FastifyInstance, databaseUrl: string, ledger: Ledger): void {
  const readers = new Set<Reader>();
  const complain = (error: unknown) => app.log.error(error);
  const since = (id: string) => ledger.query<Told>('events_since', SINCE, [id]);
  const tell = async (reader: Reader): Promise<void> => {
    for (;;) {
      const from = reader.last;
      const events = await since(from);
      if (events.length === 0 || reader.last !== from) return; // nothing, or told meanwhile
      for (const { id, kind, message } of events) {
        reader.last = id;
        reader.reply.raw.write(`id: ${id}\nevent: ${kind}\ndata: ${message}\n\n`);
      }
    }
  };
  const tellAll = () => {
    for (const reader of readers) tell(reader).catch(complain);
  };
  const listener = openListener(databaseUrl, EVENT_CHANNEL, tellAll, complain);
  const beat = setInterval(() => {
    for (const { reply } of readers) reply.raw.write(': \n\n');
  }, HEARTBEAT).unref();
  app.addHook('preClose', async () => {
    clearInterval(beat);
    for (const { reply } of readers) reply.raw.end(() => reply.raw.socket?.destroy());
    await listener.stop();
  });

  app.get('/events', async (request, reply) => {
    // Who asks for the headers alone has them: nothing is told to them, and no place is taken.
    if (request.method === 'HEAD') {
      openToAll(reply);
      return reply.headers(STREAMED).send();
    }
    const own = [...readers].filter(({ from }) => from === request.ip).length;
    if (readers.size >= MOST || own >= MOST_FROM_ONE) throw new Refusal('TOO_MANY_STREAMS');
    const shown = String(request.headers['last-event-id'] ?? '');
    await listener.start();
    const last = UUID.test(shown) ? shown : await latest(ledger);
    if (request.raw.destroyed) return reply;
    openToAll(reply);
    reply.hijack();
    const { raw } = reply;
    const kept = Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value ? [[name, value]] : []));
    // A connection that is kept afterwards would keep the server from closing.
    raw.writeHead(200, { ...Object.fromEntries(kept), ...STREAMED, connection: 'close' });
    raw.write(`retry: ${AGAIN}\n\n`);
    const reader: Reader = { from: request.ip, last, reply };
    readers.add(reader);
    raw.on('close', () => readers.delete(reader));
    await tell(reader).catch(complain);
  });
}

const STREAMED = {
  ...{ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The last event there is; nothing before the first. */
async function latest(ledger: Ledger): Promise<string> {
  const [row] = await ledger.query<{ id: string }>('events_latest', LATEST, []);
  return row?.id ?? BEFORE_ALL;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const LATEST = 'select id from public.publication_event order by created_at desc, id desc limit 1';
/** Those after one, or all when it is unknown: rather told twice than never. */
const SINCE = `select e.id, e.kind, ${MESSAGE}::text as message from public.publication_event e
  where (e.created_at, e.id) > (select created_at, id from public.publication_event where id = $1)
    or not exists (select from public.publication_event where id = $1)
  order by e.created_at, e.id limit 100`;
