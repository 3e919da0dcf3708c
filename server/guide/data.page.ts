import { addresses } from '../opendata/address.ts';
import type { ListedPaper } from '../opendata/paper.ts';
import { everyTable, type Listed } from '../opendata/rows.ts';
import { dictionary } from '../partner/dictionary.ts';
import { PAPERS } from '../partner/paper.ts';
import { escaped, shell } from './shell.ts';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** `/donnees`: every published version, and the files of each. */
export const dataPage = (versions: readonly Listed[], papers: readonly ListedPaper[]): string =>
  shell({
    ...{ lang: 'fr', title: 'Données du baromètre' },
    links: [
      ['/guide', 'Guide de l’API'],
      ['/graphql', 'Explorateur'],
      ['/api-access', 'Demander un accès'],
    ],
    body: `${INTRODUCTION}${versions.length === 0 ? '<p>Rien n’est encore publié.</p>' : versions.map((each, i) => versionOf(each, papers, i === 0)).join('\n')}`,
  });

const INTRODUCTION = `<p>Tout ce qui est publié, table par table. Une version ne change jamais : son adresse non plus. Une correction
est la version suivante, et l’adresse d’une année (par exemple <code>/donnees/2022/moyennes.csv</code>) mène à la dernière.</p>
<ul>
<li><strong>CSV</strong> : séparateur virgule, encodage UTF-8, décimales avec un point, dates AAAA-MM-JJ, comme le demandent les
portails français de données ouvertes. Pour ouvrir une table dans un tableur, préférez XLSX. Un texte qui commence comme une
formule y est précédé d’une apostrophe.</li>
<li><strong>XLSX</strong> : les mêmes lignes sous des titres en français, et le dictionnaire sur une seconde feuille.</li>
<li><strong>JSON</strong> : une ligne par objet ; les décimales sont des textes, exactes.</li>
<li><strong>Schéma</strong> : Table Schema, pour valider un fichier.</li>
</ul>`;

/** The files of one version: in sight for the last one, behind its name for the others. */
const versionOf = ({ version, label, at, latest }: Listed, papers: readonly ListedPaper[], open: boolean): string => {
  const file = (name: string, words: string, of: string) =>
    `<a href="/donnees/${version}/${name}" aria-label="${escaped(`${words}, ${of}, ${version}`)}">${words}</a>`;
  const rows = everyTable.map((name) => {
    const { title, description } = dictionary[name];
    const [said] = title;
    const formats = [
      ...[file(`${addresses[name]}.csv`, 'CSV', said), file(`${addresses[name]}.xlsx`, 'XLSX', said)],
      ...[file(`${addresses[name]}.json`, 'JSON', said), file(`${addresses[name]}.schema.json`, 'Schéma', said)],
    ];
    return `<tr><th scope="row">${escaped(said)}</th><td>${escaped(description[0])}</td><td>${formats.join(' ')}</td></tr>`;
  });
  return `<details id="v${version}"${open ? ' open' : ''}><summary><h2>${version}<span class="muted"> · ${escaped(label)}${latest ? '' : ' · remplacée'}</span></h2></summary>
<p>Publiée le ${day.format(new Date(at))}. ${file('dictionnaire.csv', 'Dictionnaire des données', label)} ·
${file('datapackage.json', 'Data Package', label)} ·
<a href="/datasets/${version}.json">Jeu complet, signé</a> (se vérifie hors ligne avec <a href="/verify.mjs">verify.mjs</a>)</p>
${papersOf(papers.filter((each) => each.version === version))}<div class="wide" tabindex="0" role="group" aria-label="Fichiers de ${version}"><table>
<thead><tr><th scope="col">Table</th><th scope="col">Contenu</th><th scope="col">Fichiers</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div></details>`;
};

const WORDS: Readonly<Record<string, string>> = {
  SYNTHESIS: 'Synthèse nationale',
  PRESS_RELEASE: 'Communiqué de presse',
};

/** The texts of a version, each with its fingerprint; one that was withdrawn leads to why. */
function papersOf(papers: readonly ListedPaper[]): string {
  if (papers.length === 0) return '';
  const items = papers.map(({ version, kind, sha256, size, withdrawn }) => {
    const said = WORDS[kind] ?? kind;
    const link = `<a href="/donnees/${version}/${PAPERS[kind]}">${said} ${version}</a>`;
    if (withdrawn) return `<li>${link} <span class="muted">· retiré du site</span></li>`;
    const weight = `${Math.max(1, Math.round(size / 1000)).toLocaleString('fr-FR')}\u00a0ko`;
    return `<li>${link} <span class="muted">· PDF, ${weight} · SHA-256 <code>${sha256}</code></span></li>`;
  });
  return `<ul>${items.join('')}</ul>\n`;
}
