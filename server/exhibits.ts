import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { type Asked, EXHIBIT, type ExhibitAnnounced, expectExhibit, recordExhibit } from './claim/exhibit.service.ts';
import { openExhibit, shownTo } from './claim/looking.service.ts';
import type { Pass } from './evidence/address.service.ts';
import { accepted } from './evidence/evidence.rules.ts';
import { refuseKind, type Taken, takeFile } from './evidence/take.service.ts';
import { Role } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import type { Keeping } from './kernel/keeping.ts';
import { AROUND, receiving, served } from './receiving.ts';

const { most } = accepted[EXHIBIT];

type Query = Partial<Record<'enrolment' | 'point' | 'key', string>>;

/**
 * `POST /api/exhibits?point=<id>&key=<of the browser>`: takes one file that a structure shows in support of a claim, from
 * whoever sends its link along or speaks for it. `GET /exhibit/<id>` reads it.
 */
export function mountExhibits(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  keeping: Keeping | null,
  rateLimit: object,
): void {
  const taking: RouteShorthandOptions = { bodyLimit: most + AROUND, config: { rateLimit } };
  app.post<{ Querystring: Query }>('/api/exhibits', taking, async (request, reply) => {
    const context = await contextOf(request);
    // Whoever is refused before their file is read is not made to send it all the same.
    reply.header('connection', 'close').header('cache-control', 'no-store');
    const { em, now, actor, invited = null } = context;
    if (!invited && !actor) throw new Refusal('UNAUTHENTICATED');
    if (!invited && actor?.role !== Role.PARTICIPANT) throw new Refusal('FORBIDDEN');
    if (!keeping) throw new Refusal('STORE_AWAY');
    const announced = announcedIn(request.query);
    refuseKind(keeping, EXHIBIT);
    const asked = { asking: { actor, invited }, now };
    const known = await expectExhibit(em, asked, announced);
    if (typeof known !== 'string') return shownTo(context, known);
    return receiving(request, keeping, most, async (path, name) => {
      const taken = await takeFile(keeping, { path, name, kind: EXHIBIT, storedKey: known });
      return shownTo(context, await recorded(context, keeping, asked, announced, taken, name));
    });
  });

  app.get<{ Params: { id: string }; Querystring: Pass }>(
    '/exhibit/:id',
    { config: { rateLimit } },
    async (request, reply) => {
      const context = await contextOf(request);
      if (!context.actor && !context.invited) throw new Refusal('UNAUTHENTICATED');
      if (!keeping) throw new Refusal('STORE_AWAY');
      const { evidence, content } = await openExhibit(context, keeping, request.params.id, request.query);
      return served(reply, evidence).send(content);
    },
  );
}

/** What the store holds and no record names would stay for ever: a file that is refused late is removed again. */
async function recorded(
  { em }: Context,
  keeping: Keeping,
  asked: Asked,
  announced: ExhibitAnnounced,
  taken: Taken,
  name: string,
) {
  try {
    return await recordExhibit(em, keeping, asked, announced, taken, name);
  } catch (error) {
    await keeping.store.remove(taken.storedKey).catch(() => {});
    throw error;
  }
}

function announcedIn({ enrolment, point = '', key = '' }: Query): ExhibitAnnounced {
  if (!/^[\w-]{8,64}$/.test(key)) throw new Refusal('EVIDENCE_UNANNOUNCED');
  return { enrolmentId: enrolment ?? null, pointId: point, key };
}
