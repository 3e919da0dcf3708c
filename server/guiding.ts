import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { escaped, shell } from './guide/shell.ts';
import { guide } from './guide/text.ts';

/** The address that examples are written with; a page shows them with the address it is read at. */
const WRITTEN_AT = 'https://barometre.example.org';

/** `GET /guide`, `GET /guide/en`: how the published API is read, with examples that a test runs. */
export function mountGuide(app: FastifyInstance, publicUrl: string): void {
  const pages = { '/guide': pageOf('fr', publicUrl), '/guide/en': pageOf('en', publicUrl) };
  for (const [path, page] of Object.entries(pages))
    app.get(path, async (_, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    );
}

/** An example, at an address. */
export const exampleOf = (file: string, publicUrl: string): string =>
  readFileSync(new URL(`guide/examples/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .replaceAll(WRITTEN_AT, publicUrl);

function pageOf(lang: 'fr' | 'en', publicUrl: string): string {
  const { title, links, parts } = guide[lang];
  const body = parts.map(({ title, html, example }, i) => {
    const code = example
      ? `<pre tabindex="0" aria-label="${example.words}"><code>${escaped(exampleOf(example.file, publicUrl))}</code></pre>`
      : '';
    return `<h2 id="p${i + 1}">${escaped(title)}</h2>\n${html}\n${code}`;
  });
  return shell({ lang, title, links, body: body.join('\n') });
}
