import { firstNameIn, folded, smallFirstName } from './firstname.rules.ts';
import { saintless } from './place.rules.ts';
import { type Identifier, type IdentifierReason, spansOf } from './span.rules.ts';
import { isOffice, isSmallWord, isSurname } from './word.rules.ts';

const PARTICLE =
  "(?:de la |de La |de |du |des |d'|Le |La |LE |LA |El |EL |Al |AL |Ben |BEN |Ait |Aït |AIT |Da |DA |Do |Dos |Di |Van |VAN |Von |van |von |den |der )";
const WORD = "(?:\\p{Lu}')?\\p{Lu}\\p{L}+(?:['-]\\p{L}+)*";
const SURNAME = `${PARTICLE}{0,3}${WORD}`;
const INITIAL = '(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)? ?)';
const NAME = `${INITIAL}?${SURNAME}(?: ${SURNAME})?`;
const START = '(?<![\\p{L}\\d])';

const titled = new RegExp(
  `${START}(?:Mmes?|MME|Mlle|Melle|Madame|Mademoiselle|Mesdames|Messieurs|Monsieur|Mr\\.?|MM\\.?|M\\.|M|Dr\\.?|Docteur|Me|Maître|mme|mlle|mr|madame|monsieur) (${NAME}(?:(?:, | et )${SURNAME})*)`,
  'gu',
);
const titledSmall = new RegExp(`${START}(mme|mlle|melle|mr|madame|monsieur)\\.? (\\p{Ll}[\\p{L}'-]{2,})`, 'gu');

const OPENING = '[«"“( ]*';
const introduced = new RegExp(
  `${START}(?:(?:[mMsS]'appel\\p{L}+|[Ss]e nomme|[Nn]ommée?|[Dd]énommée?|[Pp]rénommée?|[Uu]ne? certaine?|présentée? comme|[Aa]u nom de) |(?:[Nn]om|[Pp]rénom)(?: de l'agente?)? ?: ?|(?:[Ii]nterlocut\\p{L}+|[Cc]orrespondante?|[Rr]éférente?|[Cc]onseill(?:er|ère)|[Cc]hargée? d'accueil|[Gg]estionnaire|[Aa]gente?|[Hh]ôtesse|[Cc]ontact|[Ss]uivie? par)(?: ?[:,] ?| | était | est ))${OPENING}(${NAME})`,
  'gu',
);
const signed = new RegExp(
  `${START}(?:[Ss]ignée?|[Ss]ignature|[Cc]ordialement|[Bb]ien à vous|[Ss]alutations(?: distinguées)?|[Rr]espectueusement|[Bb]ien à toi)(?: par)? ?[:,]? ?${OPENING}(${NAME})`,
  'gu',
);
const initialled = new RegExp(
  `(?<!(?:porte|guichet|bâtiment|salle|zone|ligne|bus|niveau|annexe|quai|escalier|hall|entrée|étage|niveau|article|Article) )(?<![\\p{L}\\d.])(?!M\\.)${INITIAL}(${SURNAME})`,
  'gu',
);

/** Names that something announces: a title, an introduction, a signature, an initial. */
export const announcedIn = (text: string): Identifier[] => [
  ...named(text, titled, 'TITLE'),
  ...spansOf(text, [titledSmall]).flatMap((span): Identifier[] => {
    const [title = '', name = ''] = span.text.split(/\.? /);
    const meant =
      /^m[rle]|^mme/.test(title) && title.length < 6 ? !isSmallWord(name) : isSurname(name) || smallFirstName(name);
    return meant ? [{ ...span, kind: 'NAME', reason: 'TITLE' }] : [];
  }),
  ...named(text, introduced, 'INTRODUCED'),
  ...named(text, signed, 'SIGNED'),
  ...named(text, initialled, 'FULL_NAME'),
];

/** Something else than an article or an initial. */
const bearing = /(?<!\p{L})(?!(?:Le|La|Les|LE|LA|LES)(?!\p{L}))\p{Lu}\p{L}/u;

/** The names that a pattern holds in its first group, but those of offices, services and days. */
function named(text: string, pattern: RegExp, reason: IdentifierReason): Identifier[] {
  return [...text.matchAll(pattern)].flatMap((match): Identifier[] => {
    const [whole, name = ''] = match;
    const words = name.split(/[ ,]+/);
    const meant = words.findIndex(isOffice);
    const kept = meant === -1 ? name : words.slice(0, meant).join(' ');
    if (!bearing.test(kept)) return [];
    const from = match.index + (reason === 'TITLE' || reason === 'FULL_NAME' ? 0 : whole.length - name.length);
    const end = match.index + whole.length - name.length + kept.length;
    return [{ kind: 'NAME', reason, start: from, end, text: text.slice(from, end) }];
  });
}

const words = /(?<![\p{L}'-])\p{L}+(?:-\p{L}+)*/gu;
const after = new RegExp(`^(?: ${SURNAME}| \\p{Lu}\\.)`, 'u');
const before = /(?<![\p{L}'])(?:(?:LE|LA|EL|BEN|DE|DU) )?\p{Lu}{2}[\p{Lu}'-]* $/u;

/** What tells that a word is someone: who does things, or who is met. */
const doing =
  /^,?(?: et \p{L}+)? (?:m'a|m'|nous a|vous a|s'est|qui|du (?:service|guichet|standard|secrétariat)|de l'(?:accueil|état civil))/u;
const meeting =
  /(?:par|avec|demand(?:er|ez|é)|puis|eu|affaire à|appel\p{L}+|nommée?|prénommée?|certaine?|interlocut\p{L}+|collègue|accueil|dame|agente?|conseill\p{L}+|de la part de)[ ,:«"(]+$/u;

/** First names, with the surname beside them. */
export function firstNamesIn(text: string): Identifier[] {
  const plain = saintless(text);
  return [...plain.matchAll(words)].flatMap(({ 0: word, index }): Identifier[] => {
    const left = plain.slice(0, index);
    const right = plain.slice(index + word.length);
    if (!isMeant(word, left, right)) return [];
    const surname = after.exec(right)?.[0] ?? '';
    const kept = surname.split(' ').some(isOffice) ? '' : surname;
    const leading = before.exec(left)?.[0] ?? '';
    const [start, end] = [index - leading.length, index + word.length + kept.length];
    const reason = kept || leading ? 'FULL_NAME' : 'FIRST_NAME';
    return [{ kind: 'NAME', reason, start, end, text: text.slice(start, end) }];
  });
}

function isMeant(word: string, left: string, right: string): boolean {
  if (/^\p{Ll}/u.test(word)) return smallFirstName(word) && meeting.test(left);
  const sort = firstNameIn(word);
  if (sort === null || sort === 'SURE') return sort !== null && !/^\p{Lu}{1,3}$/u.test(word);
  if (meeting.test(left) || doing.test(right))
    return sort === 'WORD' || !isOffice(folded(right.trim().split(/[ ,.]/)[0] ?? ''));
  const surname = after.exec(right)?.[0].trim() ?? '';
  if (surname !== '' && !surname.split(' ').some(isOffice)) return true;
  return sort === 'WORD' && /[\p{Ll},;:] ?[«"(]? ?$/u.test(left);
}
