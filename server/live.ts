import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openListener } from './database/listener.ts';
import { refusalIn } from './kernel/constraints.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { liveOf } from './meeting/live.service.ts';
import { CHANNEL } from './panel/told.service.ts';

/** Milliseconds between two signs of life, which keep proxies from closing a silent stream. */
const HEARTBEAT = 20_000;
/** Milliseconds after which a browser connects again. */
const AGAIN = 1000;

type ContextOf = (request: FastifyRequest) => Promise<Context>;

/**
 * `GET /admin/meetings/<id>/live`: what happens in a meeting, as server-sent events, to those who may watch it. Each
 * event says all there is to say, worked out anew for whoever watches, who is authenticated anew: nothing is missed by
 * who comes back, after a lost network or a restart, and nothing more is told to who may no longer watch.
 */
export function mountLive(app: FastifyInstance, databaseUrl: string, contextOf: ContextOf): void {
  const watchers = new Set<Watcher>();
  const listener = openListener(
    databaseUrl,
    CHANNEL,
    (meetingId) => {
      for (const watcher of watchers) if (meetingId === null || watcher.meetingId === meetingId) watcher.push();
    },
    (error) => app.log.error(error),
  );
  app.addHook('preClose', async () => {
    for (const watcher of [...watchers]) watcher.end();
    await listener.stop();
  });
  // Nothing but its headers would be waited for without end: a stream answers GET alone.
  const alone = { exposeHeadRoute: false };
  app.get<{ Params: { id: string } }>('/admin/meetings/:id/live', alone, async (request, reply) => {
    const { em, actor, now } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    await liveOf(em, actor, now, request.params.id);
    await listener.start();
    const watcher = watch(request, reply, request.params.id, contextOf, (error) => app.log.error(error));
    watchers.add(watcher);
    reply.raw.on('close', () => watchers.delete(watcher));
    watcher.push();
  });
}

/** Someone who watches a meeting. */
interface Watcher {
  readonly meetingId: string;
  /** Tells them how the meeting stands; asked again meanwhile, once more. */
  push(): void;
  end(): void;
}

function watch(
  request: FastifyRequest,
  reply: FastifyReply,
  meetingId: string,
  contextOf: ContextOf,
  complain: (error: unknown) => void,
): Watcher {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...{ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
    ...{ 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' },
    // A connection that is kept afterwards would keep the server from closing.
    connection: 'close',
  });
  raw.write(`retry: ${AGAIN}\n\n`);
  const beat = setInterval(() => raw.write(': \n\n'), HEARTBEAT);
  raw.on('close', () => clearInterval(beat));
  const say = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  const tellOnce = async (): Promise<void> => {
    const { em, actor, now } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    say('meeting', await liveOf(em, actor, now, meetingId));
  };
  let [telling, again] = [false, false];
  const push = async (): Promise<void> => {
    if (telling) again = true;
    if (telling || raw.destroyed) return;
    telling = true;
    try {
      do {
        again = false;
        await tellOnce();
      } while (again);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) complain(error);
      say('over', { code: refusal?.reason ?? 'INTERNAL' });
      raw.end();
    } finally {
      telling = false;
    }
  };
  return { meetingId, push: () => void push(), end: () => void raw.end() };
}
