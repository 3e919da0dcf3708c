import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';

type Lang = 'fr' | 'en';

/** A query that the explorer opens with: the name of its tab, what it is for, and what it asks. */
interface Example {
  readonly name: Readonly<Record<Lang, string>>;
  readonly words: Readonly<Record<Lang, string>>;
  readonly query: string;
}

/** The last one is the one in front. */
const examples: readonly Example[] = [
  {
    name: { fr: 'Évolution', en: 'Evolution' },
    words: {
      fr: 'Ce que chaque catégorie a gagné ou perdu en un an, à critères et structures constants.',
      en: 'What each category gained or lost in a year, on the same criteria and structures.',
    },
    query: `query Evolution {
  means(version: "2022.1", where: { scope: { is: CATEGORY }, measure: { is: OVERALL } }) {
    nodes {
      label previous comparability likeForLike commonCount
      figure { ... on Told { value structureCount } ... on Withheld { reason } }
    }
  }
}`,
  },
  {
    name: { fr: 'Histoire', en: 'History' },
    words: {
      fr: 'Dix éditions : structures auditées et note globale, avec la raison quand elle n’est pas dite.',
      en: 'Ten editions: structures audited and overall mean, with the reason where it is not told.',
    },
    query: `query History {
  editions(first: 50) {
    nodes {
      year ordinal provenance structureCount
      overall { figure { ... on Told { value } ... on Withheld { reason } } }
    }
    totalCount
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
  {
    name: { fr: 'Palmarès', en: 'Palmarès' },
    words: { fr: 'Le palmarès et les chiffres d’une édition.', en: 'The palmarès and the figures of an edition.' },
    query: `query Palmares {
  edition(year: 2022) {
    ordinal year provenance structureCount
    dataset { version publishedAt }
    trophies {
      nodes {
        categoryLabel prizeLabel pointRemarquable
        laureates { nodes { name kind departmentCode parentName } }
      }
    }
    indicators(first: 50) { nodes { code label base figure { ...Known } } }
    means(where: { scope: { is: ALL } }) { nodes { measure channelCode figure { ...Known } } }
  }
}
fragment Known on Figure {
  ... on Told { value unit structureCount numerator denominator }
  ... on Withheld { reason until }
}`,
  },
];

/** What the explorer opens with, by name: each runs as it is. */
export const explorerExamples: Readonly<Record<string, string>> = Object.fromEntries(
  examples.map(({ name, query }) => [name.fr, query]),
);

const HERE = '/graphql';

/**
 * The query explorer a browser gets at /graphql, in the language it prefers: served from here, with examples that run and
 * say what they cost. Nothing comes from outside.
 */
export async function mountExplorer(app: FastifyInstance): Promise<void> {
  const pages = { fr: pageIn('fr'), en: pageIn('en') };
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
    reply
      .type('text/html; charset=utf-8')
      .headers({ 'content-security-policy': EXPLORER_POLICY, vary: 'accept, accept-language' })
      .send(pages[preferredBy(request.headers['accept-language'])]);
  });
}

function pageIn(lang: Lang): string {
  const { title, guide, href } = texts[lang];
  return (
    renderAltair({
      baseURL: '/explorer/',
      initialWindows: examples.map(({ name, words, query }) => ({
        ...{ initialName: name[lang], initialQuery: `# ${words[lang]}\n${query}`, endpointURL: HERE },
        initialHeaders: { 'X-Cost': 'told' },
      })),
      initialSettings: { language: lang === 'fr' ? 'fr-FR' : 'en-US', 'schema.reloadOnStart': true },
      disableAccount: true,
      preserveState: false,
    })
      // Altair wants a whole address, which only the browser knows; the literal it prints becomes the expression.
      .replaceAll(`\`${HERE}\``, `new URL('${HERE}', location.href).href`)
      .replace('<html>', `<html lang="${lang}">`)
      .replace('<title>Altair</title>', `<title>${title}</title>`)
      // Its advertisement for a paid service has no place on a public body’s page.
      .replace('</head>', `<style>app-banner-container { display: none }${STYLE}</style></head>`)
      .replace('</body>', `<a class="guide" href="${href}">${guide}</a></body>`)
  );
}

/**
 * The way to the guide; nothing where no answer is yet, instead of a joke; on a narrow screen the question above the
 * answer, and the button that asks it in sight.
 */
const STYLE = `
.query-result__none{visibility:hidden}
.guide{position:fixed;right:250px;top:8px;z-index:9;padding:8px 14px;border-radius:6px;background:#1f4e8c;color:#fff;
font:14px/1.4 system-ui,sans-serif}
.guide:hover{color:#fff;text-decoration:underline}
.guide:focus-visible{outline:2px solid #fff;outline-offset:-4px}
@media (max-width:700px){
.app-side-menu,.header__menu-item:first-child,.url-box__method-wrapper,.url-box__input-container,
.url-box__input-actions .url-box__button:not(:last-child),as-split.as-horizontal>.as-split-gutter{display:none!important}
.url-box{justify-content:space-between}
as-split.as-horizontal{display:flex!important;flex-direction:column}
as-split-area.as-split-area{flex:1 1 50%;min-height:0;width:100%!important}
.guide{top:auto;right:12px;bottom:12px}
}`.replaceAll('\n', '');

const texts: Readonly<Record<Lang, { readonly title: string; readonly guide: string; readonly href: string }>> = {
  fr: { title: 'API du baromètre', guide: 'Guide de l’API', href: '/guide' },
  en: { title: 'API of the barometer', guide: 'Guide to the API', href: '/guide/en' },
};

/** French, unless a browser asks for English before it. */
function preferredBy(accepted = ''): Lang {
  const [english, french] = ['en', 'fr'].map((lang) => accepted.toLowerCase().search(`\\b${lang}\\b`));
  return english !== -1 && (french === -1 || (english ?? 0) < (french ?? 0)) ? 'en' : 'fr';
}

/** Altair starts itself from a script in its page, and compiles schemas: more than the other pages are allowed. */
const EXPLORER_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'";
