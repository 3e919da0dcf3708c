import { type Identifier, type Known, maskedBy, spansOf } from './span.rules.ts';

/** Dates, hours, amounts and references: digits that reach nobody. */
const notNumbers: readonly RegExp[] = [
  /(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|\d{4}-\d{2}-\d{2})(?![./-]?\d)/gu,
  /\d{1,2}(?: ?h ?|:)\d{2}/giu,
  /(?:dossiers?|références?|réf|récépissés?|suivi|tickets?|siret|siren|factures?|demandes?|requêtes?|commandes?|identifiants?)\s*(?:(?:de|du|la|porte|le|est|suivi|numéro|n[°º]|no)\s*|[:.]\s*){0,5}[+\d][\d ./-]*/giu,
];

/** Ten digits from 01 to 09, however parted; from abroad; of the overseas bodies that number apart. */
const numbers: readonly RegExp[] = [
  /(?<![\d+])(?:\(0\)|0)[\s.\-_/]*[1-79](?:[\s.\-_/]*\d){8}(?!\d)/gu,
  /(?:\+|(?<!\d)00)\s?33[\s.-]*(?:\(0\)[\s.-]*)?\d(?:[\s.\-_/]*\d){8}(?!\d)/gu,
  /(?:\+|(?<!\d)00)\s?(?:262|508|590|594|596|681|687|689)(?:[\s.\-_/]*\d){6,9}(?!\d)/gu,
  /(?<!bureaux? de |la )(?<!\p{L})postes? (?:n[°º] ?|interne |téléphonique |: ?)?\d{2,5}(?![\d\p{L}])(?! (?:rue|avenue|place|boulevard|postes?|ordinateurs?))/giu,
];

/** The spans of a text that lead straight to someone: a line, an extension. Numbers of all, free or paying, are none. */
export const linesIn = (text: string, known: Known): Identifier[] =>
  spansOf(maskedBy(text, notNumbers), numbers)
    .filter(({ text }) => !known.phones.some((phone) => nationalOf(phone) === nationalOf(text)))
    .map((span) => ({ ...span, kind: 'PHONE', reason: /^p/i.test(span.text) ? 'EXTENSION' : 'DIRECT_LINE' }));

/** "+33 (0)4 77…" → "0477…": how two writings of one number are compared. */
const nationalOf = (phone: string): string =>
  phone
    .replace(/\(0\)/, phone.startsWith('(0)') ? '0' : '')
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)33/, '0');

const AT =
  '(?:\\s*(?:@|\\[\\s*(?:at|arobase)\\s*\\]|\\(\\s*(?:at|arobase|a)\\s*\\))\\s*|\\s+(?:arobase|arobas|at)\\s+)';
const DOT = '(?:\\.|\\s*[[(]\\s*(?:dot|point)\\s*[\\])]\\s*|\\s+(?:point|dot)\\s+)';
const TIRET = '(?:-|_|\\s+(?:tiret|underscore)\\s+)';
const PART = '[\\p{L}\\d]+';
const LOCAL = `${PART}(?:(?:${DOT}|${TIRET}|\\+)${PART})*`;
const DOMAIN = `${PART}(?:${TIRET}${PART})*(?:${DOT}${PART}(?:${TIRET}${PART})*)*${DOT}\\p{L}{2,}`;
const mail = new RegExp(`(?<![\\p{L}\\d])${LOCAL}${AT}${DOMAIN}`, 'giu');

/** Words of mailboxes that are a service's, and nobody's. */
const services = new Set(
  `accueil agence aide allo assistance bonjour ccas cabinet citoyen communication contact courrier courriel demarches demandes dechets
   direction eau ecoles enfance etat etatcivil civil famille familles formulaire france guichet hello info infos information informations
   jeunesse logement mairie mail maison mediation mediatheque message ne noreply no nepasrepondre numerique participation pas passeport
   passeports population postmaster proximite recrutement relation relations repondre reply rgpd rh secretariat service services social
   solidarite solidarites sport sports standard support technique unique urbanisme usager usagers ville voirie webmaster cni`.split(
    /\s+/,
  ),
);

/** The e-mail addresses of a text, also as they are said aloud, but those of a whole service. */
export const mailboxesIn = (text: string, known: Known): Identifier[] =>
  spansOf(text, [mail])
    .filter(({ text }) => !known.emails.some((email) => email.toLowerCase() === text.toLowerCase()))
    .filter(({ text }) => !isOfService(text))
    .map((span) => ({ ...span, kind: 'EMAIL', reason: 'PERSONAL_ADDRESS' }));

const isOfService = (address: string): boolean => {
  const [local = ''] = address.split(new RegExp(AT, 'iu'));
  const words = local
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .split(/[^a-z0-9]+|\bpoint\b|\btiret\b/)
    .filter(Boolean);
  return words.length > 0 && words.every((word) => services.has(word) || /^\d+$/.test(word));
};
