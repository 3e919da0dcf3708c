import type { FastifyInstance } from 'fastify';
import { configurationSchema } from './configuration/configuration.rules.ts';

/** `GET /configuration.schema.json`: the shape of a configuration file, for the editor of whoever writes one. */
export function mountConfigurationSchema(app: FastifyInstance): void {
  const schema = configurationSchema();
  app.get('/configuration.schema.json', async (_, reply) => reply.type('application/schema+json').send(schema));
}
