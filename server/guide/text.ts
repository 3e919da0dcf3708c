/** One part of the guide: prose as HTML, and the example that goes with it. */
interface Part {
  readonly title: string;
  readonly html: string;
  readonly example?: { readonly file: string; readonly words: string };
}

interface Guide {
  readonly title: string;
  readonly links: readonly (readonly [string, string])[];
  readonly parts: readonly Part[];
}

export const guide: Readonly<Record<'fr' | 'en', Guide>> = {
  fr: {
    title: 'Guide de l’API',
    links: [
      ...([
        ['/graphql', 'Explorateur'],
        ['/donnees', 'Fichiers'],
        ['/api-access', 'Demander un accès'],
      ] as const),
      ['/guide/en', 'English'],
    ],
    parts: [
      {
        title: 'Lire le palmarès',
        html: `<p>L’API répond en GraphQL à l’adresse <code>/graphql</code>. Ouverte dans un navigateur, cette adresse montre un
explorateur où l’exemple qui suit s’exécute tel quel. Tout ce qui est publié se lit sans compte ni jeton.</p>`,
        example: { file: 'palmares.graphql', words: 'GraphQL' },
      },
      {
        title: 'Avec curl',
        html: '<p>La même question, en une commande.</p>',
        example: { file: 'palmares.sh', words: 'curl' },
      },
      {
        title: 'En JavaScript, page par page',
        html: `<p>Chaque liste se lit par pages de 100 lignes au plus : <code>endCursor</code> d’une page est l’<code>after</code> de la
suivante. Un chiffre trop peu soutenu n’est ni vide ni nul : il répond <code>Withheld</code> avec sa raison. Une
édition à paraître ne se voit pas ; si sa date est annoncée, <code>upcoming</code> la donne dans <code>until</code>.</p>`,
        example: { file: 'means.mjs', words: 'JavaScript' },
      },
      { title: 'En Python', html: '<p>Sans rien installer.</p>', example: { file: 'means.py', words: 'Python' } },
      {
        title: 'Dans Excel',
        html: `<p>Données › Obtenir des données › Requête vide › Éditeur avancé, puis collez ceci. Les tables sont aussi des fichiers,
<a href="/donnees">en CSV, XLSX et JSON</a>, à des adresses qui ne changent pas.</p>`,
        example: { file: 'means.pq', words: 'Power Query' },
      },
      {
        title: 'Citer et retrouver',
        html: `<p>Chaque réponse vient d’une <strong>version</strong>, par exemple 2022.1, qui ne change jamais. Gardez-la avec vos chiffres,
et passez-la en argument <code>version</code> pour relire exactement la même chose. Une correction est la version suivante, avec
son errata. La synthèse nationale et le communiqué d’une version, une fois en ligne, sont à
<code>/donnees/2022.1/synthese.pdf</code> et <code>communique.pdf</code> ; <code>dataset { texts }</code> donne leur SHA-256. Leurs
octets ne changent jamais ; retirés, leur adresse répond 410 et dit pourquoi. Les réponses portent un <code>ETag</code> : renvoyez-le en <code>If-None-Match</code>, vous recevrez 304 si rien n’a
changé, et rien ne vous sera compté.</p>`,
      },
      {
        title: 'Jeton',
        html: `<p>Un jeton identifie vos programmes : <code>Authorization: Bearer bar_…</code>. <a href="/api-access">Demandez un accès</a> ;
votre page personnelle vous remet un jeton, le remplace (l’ancien fonctionne encore sept jours), le révoque, et montre ce que vous
lisez. Selon ce qui vous est accordé, un jeton lève le plafond horaire, ne fonctionne que depuis vos adresses, expire un jour
donné, et ouvre le dossier de presse d’une édition avant sa publication.</p>
<p>Refus possibles : <code>TOKEN_UNKNOWN</code>, <code>TOKEN_REVOKED</code>, <code>TOKEN_EXPIRED</code> (401),
<code>TOKEN_ELSEWHERE</code> (403), <code>CONTRACT_OVER</code> (410).</p>`,
      },
      {
        title: 'Usage raisonnable',
        html: `<p>Une opération coûte le nombre d’objets qu’elle demande : une page de 50 lauréats coûte 50, qu’elle soit pleine ou non ; les
champs simples sont gratuits. Chaque heure a un plafond : les en-têtes <code>RateLimit-Limit</code>,
<code>RateLimit-Remaining</code> et <code>RateLimit-Reset</code> disent ce qui reste. Une réponse déjà prête ou inchangée ne coûte
rien. <code>X-Cost: told</code> (ou <code>"extensions": {"cost": true}</code>) ajoute le coût à la réponse, qui n’est alors ni gardée
ni dispensée de compter : réservez-le à la mise au point ;
<code>X-Cost: only</code> (ou <code>"costOnly": true</code>) le dit sans rien exécuter. Au-delà : <code>ALLOWANCE_SPENT</code>, 429,
avec <code>Retry-After</code>. Une opération demande au plus 10 000 objets et 8 niveaux, et dure au plus deux secondes : au-delà,
<code>TIME_LIMIT</code>. Qui accepte <code>application/graphql-response+json</code> lit chaque refus dans le statut de la réponse
(503 et <code>Retry-After</code> pour celui-ci) ; sinon il se lit dans le corps d’une réponse 200.</p>
<p>GET est accepté, avec les requêtes persistées automatiques (<code>extensions.persistedQuery</code>).</p>`,
      },
      {
        title: 'Être prévenu',
        html: `<p>Depuis votre page, nommez une adresse : nous lui écrivons à chaque <code>edition.published</code>,
<code>edition.corrected</code> et <code>trophy.awarded</code>. Vérifiez <code>Barometre-Signature: t=…,v1=…</code> :
<code>v1</code> est le HMAC-SHA256, en hexadécimal, de <code>t.corps</code> avec votre secret ; comparez en temps constant et refusez
un <code>t</code> de plus de cinq minutes. <code>Barometre-Delivery</code> est le même à chaque nouvel essai. Sans réponse 2xx, nous
réessayons pendant près de quatre jours ; votre page garde le journal et relance à la demande.</p>
<p>Pour un flux : <code>GET /events</code> (server-sent events) ; <code>Last-Event-ID</code> rend ce qui a été manqué.</p>`,
      },
    ],
  },
  en: {
    title: 'Guide to the API',
    links: [
      ...([
        ['/graphql', 'Explorer'],
        ['/donnees', 'Files'],
        ['/api-access', 'Ask for an access'],
      ] as const),
      ['/guide', 'Français'],
    ],
    parts: [
      {
        title: 'Read the palmarès',
        html: `<p>The API speaks GraphQL at <code>/graphql</code>. In a browser, this address shows an explorer where the example below runs
as it is. All that is published is read without an account or a token.</p>`,
        example: { file: 'palmares.graphql', words: 'GraphQL' },
      },
      {
        title: 'With curl',
        html: '<p>The same question, in one command.</p>',
        example: { file: 'palmares.sh', words: 'curl' },
      },
      {
        title: 'In JavaScript, page by page',
        html: `<p>Each list is read in pages of 100 lines at most: the <code>endCursor</code> of a page is the <code>after</code> of the
next. A figure that too few make up is neither empty nor zero: it answers <code>Withheld</code> with its reason. An
edition that is not out shows nowhere; where its date is announced, <code>upcoming</code> gives it in <code>until</code>.</p>`,
        example: { file: 'means.mjs', words: 'JavaScript' },
      },
      {
        title: 'In Python',
        html: '<p>With nothing to install.</p>',
        example: { file: 'means.py', words: 'Python' },
      },
      {
        title: 'In Excel',
        html: `<p>Data › Get data › Blank query › Advanced editor, then paste this. The tables are files too,
<a href="/donnees">in CSV, XLSX and JSON</a>, at addresses that do not change.</p>`,
        example: { file: 'means.pq', words: 'Power Query' },
      },
      {
        title: 'Cite and find again',
        html: `<p>Each answer comes from a <strong>version</strong>, such as 2022.1, which never changes. Keep it with your figures, and pass
it as <code>version</code> to read exactly the same again. A correction is the next version, with its errata. The national
synthesis and the press release of a version, once online, are at <code>/donnees/2022.1/synthese.pdf</code> and
<code>communique.pdf</code>; <code>dataset { texts }</code> gives their SHA-256. Their bytes never change; withdrawn, their address
answers 410 and says why. Answers carry an <code>ETag</code>: send it back in <code>If-None-Match</code>, and you are answered 304 when nothing changed, at no cost.</p>`,
      },
      {
        title: 'Token',
        html: `<p>A token says who your programs are: <code>Authorization: Bearer bar_…</code>. <a href="/api-access">Ask for an access</a>;
your own page gives you a token, replaces it (the old one works for seven more days), revokes it, and shows what you read.
Depending on what you are granted, a token lifts the hourly limit, works from your addresses only, expires on a given day, and
opens the press set of an edition before its publication.</p>
<p>Refusals: <code>TOKEN_UNKNOWN</code>, <code>TOKEN_REVOKED</code>, <code>TOKEN_EXPIRED</code> (401),
<code>TOKEN_ELSEWHERE</code> (403), <code>CONTRACT_OVER</code> (410).</p>`,
      },
      {
        title: 'Fair use',
        html: `<p>An operation costs the number of objects it asks for: a page of 50 laureates costs 50, full or not; plain fields are free.
Each hour has a limit: the headers <code>RateLimit-Limit</code>, <code>RateLimit-Remaining</code> and
<code>RateLimit-Reset</code> say what is left. An answer that is ready or unchanged costs nothing. <code>X-Cost: told</code> (or
<code>"extensions": {"cost": true}</code>) adds the cost to the answer, which is then neither kept nor free: use it while you
write; <code>X-Cost: only</code> (or
<code>"costOnly": true</code>) tells it and runs nothing. Beyond: <code>ALLOWANCE_SPENT</code>, 429, with
<code>Retry-After</code>. One operation asks for 10,000 objects and 8 levels at most, and lasts two seconds at most: beyond,
<code>TIME_LIMIT</code>. Who accepts <code>application/graphql-response+json</code> reads each refusal in the status of the answer
(503 and <code>Retry-After</code> for this one); otherwise it stands in the body of an answer of status 200.</p>
<p>GET is accepted, with automatic persisted queries (<code>extensions.persistedQuery</code>).</p>`,
      },
      {
        title: 'Be told',
        html: `<p>From your page, name an address: we write to it at each <code>edition.published</code>,
<code>edition.corrected</code> and <code>trophy.awarded</code>. Check <code>Barometre-Signature: t=…,v1=…</code>: <code>v1</code>
is the HMAC-SHA256, in hexadecimal, of <code>t.body</code> under your secret; compare in constant time and refuse a <code>t</code>
older than five minutes. <code>Barometre-Delivery</code> is the same at each attempt. Without a 2xx answer we try again for nearly
four days; your page keeps the log and replays on demand.</p>
<p>As a stream: <code>GET /events</code> (server-sent events); <code>Last-Event-ID</code> brings back what was missed.</p>`,
      },
    ],
  },
};
