/** A text that stands in HTML as it is. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Page {
  readonly lang: 'fr' | 'en';
  readonly title: string;
  /** Where one goes from here: an address and its words. */
  readonly links: readonly (readonly [href: string, words: string])[];
  /** HTML. */
  readonly body: string;
}

/** A public page that needs neither script nor account: it reads on paper, on a phone and in the dark. */
export const shell = ({ lang, title, links, body }: Page): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Baromètre</title>
<link rel="icon" href="/favicon.svg">
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">${lang === 'fr' ? 'Aller au contenu' : 'Skip to content'}</a>
<header><nav aria-label="${lang === 'fr' ? 'API du baromètre' : 'API of the barometer'}"><strong>Baromètre</strong>${links
  .map(
    ([href, words]) =>
      `<a href="${href}"${href.startsWith('/guide') ? ` hreflang="${href.endsWith('/en') ? 'en' : 'fr'}"` : ''}>${escaped(words)}</a>`,
  )
  .join('')}</nav></header>
<main id="main"><h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** The colours and sizes of the house, in both themes. */
const STYLE = `
:root{--paper:#fff;--ground:#f6f7f9;--ink:#17202e;--muted:#566173;--line:#d5dae1;--primary:#1f4e8c;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#161c26;--ground:#0f141b;--ink:#e8ecf2;--muted:#a3aebd;--line:#313b49;--primary:#8db8f0}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 "Source Sans 3",system-ui,sans-serif}
a{color:var(--primary)}a:focus-visible,summary:focus-visible,pre:focus-visible,div:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
header{border-bottom:1px solid var(--line);background:var(--paper)}
nav{display:flex;flex-wrap:wrap;gap:4px 24px;max-width:860px;margin:0 auto;padding:12px 20px;align-items:center}
nav a{padding:10px 0}
main{max-width:860px;margin:0 auto;padding:12px 20px 80px}
h1{font-size:28px;line-height:1.25;margin:24px 0 12px}h2{font-size:20px;margin:40px 0 8px}h3{font-size:16px;margin:28px 0 8px}
p,li{max-width:68ch}
pre{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:14px 16px;overflow-x:auto;font:14px/1.5 ui-monospace,monospace}
code{font:.92em ui-monospace,monospace;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;background:var(--paper);border:1px solid var(--line);width:100%;font-size:14px}
th,td{text-align:left;padding:8px 12px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600}caption{text-align:left;font-weight:600;padding:8px 0}
td a{display:inline-block;padding:4px 0;margin-right:10px}
td:last-child{white-space:nowrap}
summary{cursor:pointer;padding:6px 0}summary h2{display:inline;margin:0}details{margin-top:20px}
.muted{color:var(--muted);font-weight:400}
`.replaceAll('\n', '');
