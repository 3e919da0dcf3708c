import type { MikroORM } from '@mikro-orm/core';
import type { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from './kernel/context.ts';
import { actingAs } from './kernel/history.ts';
import { openOrm } from './orm.ts';
import { mayAttend } from './rehearsal/rehearsal.policy.ts';
import { onStage } from './rehearsal/rehearsal.service.ts';
import { ON_STAGE } from './rehearsal/stage.ts';

/** What a request says when it speaks of the rehearsal, and not of the house. */
const HEADER = 'x-rehearsal';

/**
 * Turns a request that says so towards the stage: the same operations, on connections that play there and have no right
 * on any table elsewhere. Nobody gets a letter from it. Its connections open with the first such request.
 */
export function openStaging(app: FastifyInstance, orm: MikroORM<PostgreSqlDriver>) {
  let stage: MikroORM<PostgreSqlDriver> | null = null;
  app.addHook('onClose', async () => void (await stage?.close()));
  return async (request: FastifyRequest, context: Context): Promise<Context> => {
    if (request.headers[HEADER] === undefined) return context;
    const rehearsal = context.actor && (await onStage(context.em));
    if (!context.actor || !rehearsal || !mayAttend(context.actor, rehearsal.guests))
      return { ...context, stage: 'DARK' };
    stage ??= openOrm(String(orm.config.get('clientUrl')), ON_STAGE);
    const acts: string[] = [];
    const em = actingAs(stage.em as Context['em'], context.actor, acts);
    return { ...context, em, acts, stage: 'LIT', postman: { ...context.postman, send: async () => {} } };
  };
}
