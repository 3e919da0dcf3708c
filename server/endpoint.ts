import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { refusalIn } from './kernel/constraints.ts';
import { type Limits, shield } from './shield.ts';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** One GraphQL endpoint: its schema, its limits, its journal, and the one edge where errors leave. */
export async function openEndpoint<C extends BaseContext>(
  app: FastifyInstance,
  schema: GraphQLSchema,
  limits: Limits,
  more: {
    readonly introspection: boolean;
    readonly whoAsks: (context: C) => string | null;
    /** What a request committed; answered to mutations in `extensions.acts`, so that `undoAct` can take it back. */
    readonly actsOf?: (context: C) => readonly string[];
    /** What else follows each operation. */
    readonly plugins?: readonly ApolloServerPlugin<C>[];
    /** Whether pages of other sites may ask: only where no cookie counts. */
    readonly open?: boolean;
    /** Answers operations in place of resolvers; what it answers is made text by `stringify`. */
    readonly executor?: { readonly execute: GatewayExecutor; readonly stringify: (result: object) => string };
  },
): Promise<ApolloServer<C>> {
  const { plugins = [], validationRules = [] } = shield<C>(limits);
  const { executor } = more;
  const apollo = new ApolloServer<C>({
    ...(executor
      ? {
          gateway: executedBy(schema, executor.execute),
          stringifyResult: executor.stringify,
          // It reads only, and no token is ever sent by itself: a page of another site asks for nothing more than we would.
          csrfPrevention: false,
        }
      : { schema }),
    introspection: more.introspection,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, thrown) => leaving(formatted, thrown, (error) => app.log.error(error)),
    validationRules,
    csrfPrevention: !more.open,
    plugins: [
      ...plugins,
      ...(more.plugins ?? []),
      ApolloServerPluginCacheControlDisabled(),
      // A page of theirs, which loads what lies elsewhere: browsers get our explorer, and nothing in the back office.
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app) as ApolloServerPlugin<C>,
      journal<C>(app, more.whoAsks),
      ...(more.actsOf ? [tellActs<C>(more.actsOf)] : []),
    ],
    logger: { debug() {}, info() {}, warn: (line) => app.log.warn(line), error: (line) => app.log.error(line) },
  });
  await apollo.start();
  return apollo;
}

/** A schema that something else than resolvers answers: what Apollo calls a gateway. */
const executedBy = (schema: GraphQLSchema, executor: GatewayExecutor): Gateway => {
  let told: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] = () => {};
  return {
    onSchemaLoadOrUpdate(listener) {
      told = listener;
      return () => {};
    },
    async load() {
      told({ apiSchema: schema, coreSupergraphSdl: '' });
      return { executor };
    },
    async stop() {},
  };
};

/** Codes of Apollo's own refusals: they speak of the document, not of us, and may leave as they are. */
const ofTheDocument = new Set([
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE'],
  ...['BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'],
]);

/** A refusal keeps its code; what the document got wrong is said; anything else is a bug: journalled, it tells nothing. */
function leaving(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const where = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  const refusal = refusalIn(unwrapResolverError(thrown)) ?? refusalIn(thrown);
  if (refusal) {
    const { reason: code, httpStatus, details, message } = refusal;
    return { message, ...where, extensions: { code, httpStatus, ...(Object.keys(details).length > 0 && { details }) } };
  }
  const code = String(formatted.extensions?.code ?? '');
  if (/^Syntax Error: .*(limit|Suggestion)/i.test(formatted.message))
    return { message: formatted.message.replace('Syntax Error: ', ''), extensions: { code: 'QUERY_TOO_COSTLY' } };
  if (formatted.message.startsWith('Syntax Error: '))
    return { message: formatted.message, ...where, extensions: { code: 'GRAPHQL_PARSE_FAILED' } };
  if (formatted.message.startsWith('Schema is not configured to execute '))
    return { message: formatted.message, ...where, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } };
  if (ofTheDocument.has(code)) return { message: formatted.message, ...where, extensions: { code } };
  report(thrown);
  return { message: 'Something went wrong on our side; it was recorded.', ...where, extensions: { code: 'INTERNAL' } };
}

/** One line an operation: its name, who asked, how long it took, what it was refused. Never its variables. */
const journal = <C extends BaseContext>(
  app: FastifyInstance,
  whoAsks: (context: C) => string | null,
): ApolloServerPlugin<C> => ({
  async requestDidStart() {
    const start = performance.now();
    return {
      async willSendResponse({ operationName, contextValue, response }) {
        const { body } = response;
        const refusals =
          body.kind === 'single' ? body.singleResult.errors?.map(({ extensions }) => extensions?.code) : undefined;
        const ms = Math.round(performance.now() - start);
        app.log.info({ operation: operationName, actor: whoAsks(contextValue), ms, ...(refusals && { refusals }) });
      },
    };
  },
});

/** Answers what a mutation committed, beside its data. */
const tellActs = <C extends BaseContext>(actsOf: (context: C) => readonly string[]): ApolloServerPlugin<C> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ operation, contextValue, response: { body } }) {
        const acts = actsOf(contextValue);
        if (operation?.operation !== 'mutation' || body.kind !== 'single' || acts.length === 0) return;
        body.singleResult.extensions = { ...body.singleResult.extensions, acts: [...acts] };
      },
    };
  },
});
