import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A request as it leaves. */
export interface Knock {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What everybody may know of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Milliseconds for which a stream that said what it has to say is listened to for more, and for which it is waited for. */
const MORE = 15;
const PATIENCE = 5000;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** A sign of life of a stream, which comes when it comes. */
const LIFE = ': \n\n';

/** What an application answers over a real port. A stream is left once it said `last`, and nothing more for a moment. */
export async function wiredTo(app: FastifyInstance, last: string): Promise<(knock: Knock) => Promise<Seen>> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  return ({ method, path, headers: given, body }) =>
    new Promise((resolve, reject) => {
      // Of some methods Node expects no body, and would not say how long it is.
      const headers = body === undefined ? given : { ...given, 'content-length': String(Buffer.byteLength(body)) };
      const asked = request({ agent, port, host: '127.0.0.1', method, path, headers }, (response) => {
        // What the clock of the machine says, to the second, is not an answer.
        const { date: _, 'x-ratelimit-reset': limited, 'retry-after': later, ...rest } = response.headers;
        const told = limited === undefined && later !== undefined ? { ...rest, 'retry-after': later } : rest;
        const parts: Buffer[] = [];
        const done = () => {
          clearTimeout(timer);
          const body = Buffer.concat(parts).toString('latin1').replaceAll(LIFE, '');
          resolve({ status: response.statusCode ?? 0, headers: told, body });
        };
        const streams = response.headers['content-type']?.startsWith('text/event-stream') ?? false;
        let timer = streams && method !== 'HEAD' ? setTimeout(leave, PATIENCE) : undefined;
        function leave(): void {
          response.off('error', reject).on('error', () => {});
          asked
            .off('error', reject)
            .on('error', () => {})
            .destroy();
          done();
        }
        const shown = headers['last-event-id'] ?? '';
        const wanted = shown !== last && UUID.test(shown) ? `id: ${last}` : 'retry:';
        response.on('data', (part: Buffer) => {
          parts.push(part);
          if (!streams || !Buffer.concat(parts).includes(wanted)) return;
          clearTimeout(timer);
          timer = setTimeout(leave, MORE);
        });
        response.on('error', reject);
        response.on('end', done);
      });
      asked.on('error', reject);
      asked.end(body);
    });
}
