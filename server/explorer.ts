import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';

const palmares = `# Le palmarès et les chiffres d’une édition.
query Palmares {
  edition(year: 2022) {
    ordinal year provenance structureCount
    dataset { version publishedAt }
    trophies {
      nodes {
        categoryLabel prizeLabel pointRemarquable
        laureates { nodes { name kind departmentCode parentName } }
      }
    }
    indicators(first: 50) { nodes { code label base figure { ...Chiffre } } }
    means(where: { scope: { is: ALL } }) { nodes { measure channelCode figure { ...Chiffre } } }
  }
}
fragment Chiffre on Figure {
  ... on Told { value unit structureCount numerator denominator }
  ... on Withheld { reason until }
}`;

const history = `# Dix éditions : structures auditées et note globale, avec la raison quand elle n’est pas dite.
query Histoire {
  editions(first: 50) {
    nodes {
      year ordinal provenance structureCount
      overall { figure { ... on Told { value } ... on Withheld { reason } } }
    }
    totalCount
    pageInfo { hasNextPage endCursor }
  }
}`;

const evolution = `# Ce que chaque catégorie a gagné ou perdu en un an, à critères et structures constants.
query Evolution {
  means(version: "2022.1", where: { scope: { is: CATEGORY }, measure: { is: OVERALL } }) {
    nodes {
      label previous comparability likeForLike commonCount
      figure { ... on Told { value structureCount } ... on Withheld { reason } }
    }
  }
}`;

/** What the explorer opens with: each runs as it is. */
export const explorerExamples = { palmares, history, evolution };

const HERE = '/graphql';

/** The query explorer a browser gets at /graphql: served from here, with examples that run. Nothing comes from outside. */
export async function mountExplorer(app: FastifyInstance): Promise<void> {
  const tab = (initialName: string, initialQuery: string) => ({ initialName, initialQuery, endpointURL: HERE });
  const page = renderAltair({
    baseURL: '/explorer/',
    // The last one is the one in front.
    initialWindows: [tab('Évolution', evolution), tab('Histoire', history), tab('Palmarès', palmares)],
    initialSettings: { language: 'fr-FR', 'schema.reloadOnStart': true },
    disableAccount: true,
    preserveState: false,
  })
    // Altair wants a whole address, which only the browser knows; the literal it prints becomes the expression.
    .replaceAll(`\`${HERE}\``, `new URL('${HERE}', location.href).href`)
    .replace('<title>Altair</title>', '<title>API du baromètre</title>')
    // Its advertisement for a paid service has no place on a public body’s page.
    .replace('</head>', '<style>app-banner-container { display: none }</style></head>');
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: '/explorer/',
    decorateReply: false,
    index: false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    const asked =
      request.method === 'GET' && request.url === '/graphql' && request.headers.accept?.includes('text/html');
    if (!asked) return done();
    reply.type('text/html; charset=utf-8').header('content-security-policy', EXPLORER_POLICY).send(page);
  });
}

/** Altair starts itself from a script in its page, and compiles schemas: more than the other pages are allowed. */
const EXPLORER_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'";
