import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';

/** Answers a request at once, from what it is and what its body says; false where the application must be asked. */
export type Ready = (request: IncomingMessage, body: string, response: ServerResponse) => boolean;

/** The longest body looked at here, in bytes. */
const LONGEST = 16 * 1024;
/** How long a connection may stay open between two requests, in ms, as Fastify has it. */
const PATIENCE = 72_000;

export interface Doorstep {
  /** The server that Fastify listens with. */
  serverOf(handle: RequestListener): Server;
  /** Says who answers from now on. */
  answerWith(answer: Ready): void;
}

/**
 * What stands before the application: a request whose answer lies ready is answered without it, for hardly more than what
 * Node takes to read a request and write some bytes. Any other goes in as it came, its body unread.
 */
export function openDoorstep(path: string): Doorstep {
  let ready: Ready = () => false;

  const stands = ({ url = '' }: IncomingMessage): boolean =>
    url.startsWith(path) && (url.length === path.length || url[path.length] === '?');

  // Written without a function of its own for each request: making one costs as much as looking for an answer.
  const receive = (handle: RequestListener, request: IncomingMessage, response: ServerResponse): void => {
    if (!stands(request)) handle(request, response);
    else if (request.method === 'GET') ready(request, '', response) || handle(request, response);
    else if (request.method === 'POST') read(handle, request, response);
    else handle(request, response);
  };

  /** Looks at a body, and leaves it to be read again. */
  const read = (handle: RequestListener, request: IncomingMessage, response: ServerResponse): void => {
    const length = Number(request.headers['content-length'] ?? 0);
    if (!(length > 0 && length <= LONGEST)) handle(request, response);
    else
      request.once('readable', () => {
        const body: Buffer | null = request.read();
        if (body?.length === length && ready(request, body.toString(), response)) return;
        if (body) request.unshift(body);
        handle(request, response);
      });
  };

  return {
    serverOf: (handle: RequestListener): Server =>
      createServer({ keepAliveTimeout: PATIENCE, requestTimeout: 0 }, (request, response) =>
        receive(handle, request, response),
      ),
    answerWith(answer) {
      ready = answer;
    },
  };
}
