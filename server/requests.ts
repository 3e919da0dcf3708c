import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requestAccess } from './access/access.service.ts';
import { mailLinks } from './access/link.service.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\n\r\0]*$/);
const email = z.email().max(200);
const years = z.array(z.int().min(2000).max(2100)).max(100);

const wish = z.strictObject({
  ...{ name: line(200), organisation: line(200), email, purpose: z.string().trim().min(1).max(5000) },
  wanted: z.strictObject({ embargo: years }),
});

/** How often one address may write: nobody asks for an access twice an hour. */
const seldom = {
  rateLimit: { max: 10, timeWindow: '1 hour', errorResponseBuilder: () => new Refusal('TOO_MANY_ASKS') },
};

/**
 * The two things that someone without any account or link may say: `POST /partner/requests` asks for an access to the
 * published API, `POST /partner/links` for a new personal link to one's page. Both answer the same whatever is known of
 * the address; everything else follows by mail.
 */
export function mountRequests(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  app.post('/partner/requests', { config: seldom, bodyLimit: 20_000 }, async (request, reply) => {
    const { data } = wish.safeParse(request.body);
    if (!data) throw new Refusal('ACCESS_INCOMPLETE');
    const { em, postman, now } = await contextOf(request);
    await requestAccess(em, postman, now, data);
    return reply.code(202).send({ received: true });
  });
  app.post('/partner/links', { config: seldom, bodyLimit: 1000 }, async (request, reply) => {
    const { data } = z.strictObject({ email }).safeParse(request.body);
    if (!data) throw new Refusal('ACCESS_INCOMPLETE');
    const { em, postman, now } = await contextOf(request);
    await mailLinks(em, postman, now, data.email);
    return reply.code(202).send({ received: true });
  });
}
