import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a route says the headers of safety with its own, rather than before it begins. */
    readonly saysItself?: true;
  }
}

/**
 * The headers that tell browsers to be careful, the same with every answer: worked out once, since Helmet takes longer
 * over them than an answer from memory takes altogether.
 */
export function safetyHeaders(https: boolean): Readonly<Record<string, string>> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet({ contentSecurityPolicy: { directives: policy(https) }, hsts: https })(answer.req, answer, (error) => {
    if (error) throw error;
  });
  return Object.fromEntries(Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]));
}

/**
 * Those of them that mean something with an answer that is data and no page, which nothing may be loaded from or framed
 * by. Source: OWASP, REST Security Cheat Sheet, security headers.
 */
export function safetyOfData(https: boolean): Readonly<Record<string, string>> {
  const page = safetyHeaders(https);
  const kept = ['strict-transport-security', 'x-content-type-options'].filter((name) => name in page);
  return {
    ...Object.fromEntries(kept.map((name) => [name, page[name] as string])),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
}

/** Everything comes from here. Styles may be inline: the admin's library writes them as it goes. */
const policy = (https: boolean) => ({
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'upgrade-insecure-requests': https ? [] : null,
});
