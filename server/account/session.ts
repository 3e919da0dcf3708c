import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, Role } from '../kernel/actor.ts';
import { ADDRESS_HEADER, type Auth } from './auth.ts';

/** Who is asking, from the cookie of their session. Someone whose account is closed is nobody. */
export const authenticateWith =
  (auth: Auth) =>
  async (headers: Headers): Promise<Actor | null> => {
    if (!headers.has('cookie')) return null;
    // Only /get-session prolongs a session: its answer can also prolong the cookie.
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (!found || found.user.closedAt) return null;
    const { id, name, email, structureId } = found.user;
    const role = Object.values(Role).find((role) => role === found.user.role);
    return role ? { id, name, email, role, structureId: structureId ?? null } : null;
  };

/** Serves /api/auth/*: bodies go through unread, and each cookie keeps its own header. */
export function mountAuth(app: FastifyInstance, auth: Auth): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: 16_384 },
      async (_: unknown, body: string) => body,
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const answer = await auth.handler(asFetched(request, auth.options.baseURL));
        for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
        for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
        return reply
          .code(answer.status)
          .header('cache-control', 'no-store')
          .send(await answer.text());
      },
    });
  });
}

/** The request as the web platform writes it. The address asking is what Fastify knows, not what a header pretends. */
function asFetched(request: FastifyRequest, publicUrl: string): Request {
  const headers = headersOf(request);
  headers.set(ADDRESS_HEADER, request.ip);
  const body = typeof request.body === 'string' ? request.body : null;
  return new Request(new URL(request.url, publicUrl), { method: request.method, headers, body });
}

/** The headers of a request, as the web platform writes them. */
export function headersOf({ headers }: Pick<FastifyRequest, 'headers'>): Headers {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]);
  return new Headers(Object.fromEntries(entries));
}
