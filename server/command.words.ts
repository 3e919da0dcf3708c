import type { Difference, Json } from './configuration/difference.rules.ts';
import type { DocumentFault, Problem } from './configuration/reading.rules.ts';
import type { Reason, Refusal } from './kernel/errors.ts';
import type { TextFault } from './synthesis/build.rules.ts';

/** How commands are written. */
export const HELP = `Baromètre, en ligne de commande

  npm run barometre -- config export ANNÉE [--out FICHIER]
      Écrit la configuration d’une édition, en JSON, sur la sortie ou dans un fichier.

  npm run barometre -- config diff FICHIER [--into ANNÉE]
      Dit ce que le fichier changerait, sans rien écrire.

  npm run barometre -- config import FICHIER [--into ANNÉE] [--dry-run] [--as ADRESSE] [--motive MOTIF]
      Applique le fichier à l’édition de son année, ou à celle de --into. L’édition est créée si elle manque.
      --dry-run montre seulement ; --as dit au nom de qui (adresse d’un compte de l’équipe) ;
      --motive est nécessaire pour reporter une échéance annoncée.

  npm run barometre -- text synthesis|press-release ANNÉE [--out FICHIER]
      Produit la synthèse ou le communiqué de l’édition, en PDF ou, si FICHIER finit par .txt, en texte. Rien n’est
      écrit tant qu’un chiffre est saisi à la main, périmé, retenu ou contredit : chaque point est dit avec sa ligne.

  npm run barometre -- --help
      Affiche cette aide.

La base est celle de DATABASE_URL, sinon la base embarquée de DATA_DIR, que le serveur tourne ou non.
Code de sortie : 0 fait ou identique, 1 refusé (ou différent, pour config diff), 2 commande mal écrite.`;

/** What is said to whoever typed the command. */
export const say = {
  unknown: (command: string) => `Commande inconnue : « ${command} ».`,
  unknownOption: (option: string) => `Option inconnue ou incomplète : ${option}.`,
  yearNeeded: 'Indiquez une année sur quatre chiffres, comme 2022.',
  fileNeeded: 'Indiquez un fichier, et un seul.',
  noFile: (file: string) => `Le fichier ${file} n’existe pas ou ne peut pas être lu.`,
  noEdition: (year: number) => `Il n’y a pas d’édition ${year}.`,
  noStaff: (email: string) => `${email} n’est pas l’adresse d’un compte de l’équipe.`,
  noText: (year: number) => `Aucun texte n’est enregistré pour l’édition ${year}.`,
  textFaulty: (count: number) =>
    `Le document n’est pas produit : ${count} ${count > 1 ? 'points' : 'point'} à corriger.`,
  printed: (file: string, version: string) => `Document écrit dans ${file}, d’après ${version}.`,
  written: (file: string) => `Configuration écrite dans ${file}.`,
  created: (year: number) => `L’édition ${year} est créée.`,
  wouldCreate: (year: number) => `L’édition ${year} n’existe pas : elle serait créée.`,
  applied: (year: number) => `La configuration est appliquée à l’édition ${year}.`,
  nothing: 'Rien à faire.',
  invalid: (count: number) => `Le fichier comporte ${count} ${count > 1 ? 'erreurs' : 'erreur'} :`,
  differences: (count: number, year: number) =>
    count === 0
      ? `Aucune différence avec l’édition ${year}.`
      : `${count} ${count > 1 ? 'différences' : 'différence'} avec l’édition ${year}.`,
};

/** What is wrong in a text, each on a line of its own: where, what, and what may be put instead. */
export function textFaultLine({ code, line, subject, old, now, remedy, sentence }: TextFault): string {
  const why = {
    TYPED: 'chiffre saisi à la main',
    UNREADABLE: 'ne se lit pas',
    UNKNOWN: 'inconnu de l’édition',
    WITHHELD: 'n’est pas publié',
    MISSING: 'n’a pas de valeur',
    BROKEN: 'franchit une rupture de série sans le dire',
    STALE: `disait « ${old} », dit « ${now} »`,
    SAID_OTHERWISE: `imprime « ${now} », ailleurs « ${old} »`,
    SAID_ELSEWHERE: `imprime « ${now} », l’autre texte « ${old} »`,
    OTHER_WAY: `vaut ${now} : la phrase dit l’inverse, ou ne dit pas le sens`,
  }[code];
  const instead = remedy === null ? '' : ` ; écrire {{ ${remedy} }}`;
  return `ligne ${line} : « ${subject} » ${why}${instead}\n    ${sentence}`;
}

const refusals: Partial<Record<Reason, string>> = {
  NOT_FOUND: 'Cette édition n’existe pas.',
  EDITION_PUBLISHED: 'Une édition publiée ne se modifie plus.',
  EDITION_EXISTS: 'Une autre édition porte déjà cette année ou ce numéro.',
  EDITION_DATES_DISORDERED: 'Une période finit avant de commencer.',
  THRESHOLD_OUT_OF_RANGE: 'Le seuil va de 3 à 1 000 structures, et la part d’une seule de 0,5 à 1.',
  CONFIGURATION_CLOSED: 'La phase de l’édition ne permet plus de la configurer.',
  CONFIGURATION_INVALID: 'La configuration comporte des erreurs.',
  CONFIGURATION_MOVED: 'La configuration a changé entre-temps : recommencez.',
  GRID_FROZEN: 'La grille est figée depuis la première mesure, ou une version est en préparation.',
  GRID_INVALID: 'La grille comporte des erreurs.',
  POLICY_FROZEN: 'La politique d’absence est figée à partir de la délibération.',
  POLICY_INVALID: 'La politique d’absence ne convient pas à la grille.',
  CATEGORY_IN_USE: 'Des structures sont inscrites dans une catégorie que le fichier retire.',
  TROPHY_EXISTS: 'Un prix que le fichier retire est déjà attribué.',
  DEADLINE_MOTIVE_REQUIRED: 'Le fichier reporte une échéance annoncée : donnez le motif avec --motive.',
  CLOSING_DAY_FIXED: 'Le dernier jour des réponses ne bouge plus dans cette phase.',
  STALE: 'Quelqu’un a modifié l’édition entre-temps : recommencez.',
};

export const refusalLine = (refusal: Refusal): string => {
  const faults = Array.isArray(refusal.details.faults)
    ? refusal.details.faults.map((each) => `\n  ${each}`).join('')
    : '';
  return `Refusé (${refusal.reason}) : ${refusals[refusal.reason] ?? refusal.message}${faults}`;
};

type Say = (detail: Readonly<Record<string, string>>) => string;

/** What is wrong, then what to do about it. */
const problems: Record<Problem, Say> = {
  NOT_JSON: ({ where }) =>
    `ce n’est pas du JSON${where ? ` (ligne:colonne ${where})` : ''}. Corrigez une virgule, un guillemet ou une accolade.`,
  NOT_A_CONFIGURATION: ({ expected }) => `ce n’est pas une configuration. Écrivez "format": "${expected}".`,
  FORMAT_VERSION: ({ value, expected }) =>
    `format ${value} non pris en charge. Exportez de nouveau au format ${expected}.`,
  UNKNOWN_KEY: ({ key }) => `champ inconnu « ${key} ». Retirez-le ou corrigez son nom.`,
  MISSING: () => 'champ manquant. Ajoutez-le.',
  WRONG_TYPE: ({ value, expected }) =>
    `« ${value} » n’est pas du bon type. Écrivez ${types[expected ?? ''] ?? expected}.`,
  NOT_ALLOWED: ({ value, options }) => `« ${value} » n’est pas permis. Choisissez parmi : ${options}.`,
  BADLY_WRITTEN: ({ value, rule }) => `« ${value} » est mal écrit (${rule}).`,
  OUT_OF_RANGE: ({ value, bound }) => `« ${value} » est hors limites. Respectez ${bound}.`,
  TWICE: ({ code }) => `le code « ${code} » figure deux fois. Gardez-en un.`,
  PERIOD_DISORDERED: ({ from, to }) =>
    `la période finit (${to}) avant de commencer (${from}). Corrigez une des deux dates.`,
  POPULATION_DISORDERED: ({ from, below }) => `le plafond (${below}) doit dépasser le plancher (${from}).`,
  CENSUS_WITHOUT_BOUNDS: () =>
    'une année de recensement sans bornes de population. Ajoutez une borne ou retirez l’année.',
  TIE_CHANNEL: () => 'le canal de départage accompagne la règle CHANNEL, et elle seule.',
  PRIZE_CHANNEL: () => 'le canal accompagne la base CHANNEL, et elle seule.',
  PRIZE_CRITERIA: () => 'les critères accompagnent la base DETERMINANT, et elle seule.',
  UNKNOWN_CATEGORY: ({ code }) => `aucune catégorie « ${code} » dans la configuration.`,
  UNKNOWN_CRITERION: ({ code }) => `aucun critère « ${code} » dans la grille.`,
  LICENCE_PLACEHOLDER: ({ name }) => `rien ne peut remplacer « {${name}} ». Retirez-le, ou corrigez ce nom.`,
  GRID: ({ code, sentence }) => `${code} : ${sentence}.`,
};

const types: Readonly<Record<string, string>> = {
  ...{ string: 'un texte entre guillemets', number: 'un nombre', int: 'un nombre entier', boolean: 'true ou false' },
  ...{ array: 'une liste entre crochets', object: 'un objet entre accolades', null: 'null' },
};

export const faultLine = ({ path, problem, detail }: DocumentFault): string =>
  `  ${path === '' ? 'fichier' : path} : ${problems[problem](detail)}`;

const signs = { ADDED: '+', REMOVED: '-', CHANGED: '~', REORDERED: '↕' } as const;

/** One difference on a line: "~ grid › Téléphone › Nombre de sonneries › weight : 3 → 4". */
export function differenceLine({ kind, path, subject, before, after }: Difference): string {
  const place = [path[0], ...subject, ...(kind === 'CHANGED' && path.length > 1 ? [path.at(-1)] : [])];
  const where = `${signs[kind]} ${place.filter(Boolean).join(' › ')}`;
  if (kind === 'CHANGED') return path.length === 1 ? where : `${where} : ${written(before)} → ${written(after)}`;
  return kind === 'REORDERED' ? `${where} : ${path.at(-1)} ${(after as readonly string[]).join(', ')}` : where;
}

const written = (value: Json): string =>
  value === null ? 'rien' : typeof value === 'string' ? value : JSON.stringify(value);
