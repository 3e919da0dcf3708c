import { type Known, maskedBy } from './span.rules.ts';

/** What is named after people, and is nobody; each with or without its capital. */
const named = [
  ...[
    'rue',
    'avenue',
    'av\\.?',
    'boulevard',
    'bd\\.?',
    'place',
    'allées?',
    'impasse',
    'quai',
    'square',
    'chemin',
    'route',
  ],
  ...[
    'cours',
    'esplanade',
    'pont',
    'passage',
    'parc',
    'jardin',
    'quartier',
    'cité',
    'résidence',
    'école',
    'groupe scolaire',
  ],
  ...[
    'collège',
    'lycée',
    'université',
    'faculté',
    'médiathèque',
    'bibliothèque',
    'salle',
    'espace',
    'centre(?: [\\p{Ll}]+)?',
  ],
  ...[
    'centre [Hh]ospitalier',
    'gymnase',
    'stade',
    'complexe(?: [\\p{Ll}]+)?',
    'piscine',
    'maison(?: de quartier| de retraite)?',
  ],
  ...['hôpital', 'clinique', 'crèche', 'théâtre', 'cinéma', 'musée', 'station', 'arrêt(?: de bus)?', 'métro', 'gare'],
  ...[
    'immeuble',
    'bâtiment',
    'annexe',
    'tour',
    'pôle',
    'foyer',
    'fondation',
    'institut',
    'ehpad',
    'terminus',
    "s'arrête à",
  ],
  ...['exposition(?: sur)?', 'statue', 'buste', 'portrait'],
]
  .map((word) => (/^\p{L}/u.test(word) ? `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}` : word))
  .join('|');

const LINK = "(?:du |des |de la |de l'|de |d'|le |la |les |et )";
const WORD = "\\p{Lu}[\\p{L}']*";
const JOINT = "(?:[ -]|-(?:du|des|de-la|de-l'|de|d'|le|la)-?| (?:du|des|de la|de l'|de|d')[ ]?)";

/** A place and the name it bears: "rue du Docteur Roux", "école Jules-Ferry", "place Jeanne d'Arc". */
const place = new RegExp(
  `(?<!(?:à la|à sa|à ma|à votre|sur|une|en) )(?<!\\p{L})(?:${named}) ${LINK}?${WORD}(?:${JOINT}${WORD})*`,
  'gu',
);

/** Saints, who keep towns, streets and days. */
const saint = /(?<!\p{L})(?:Saint|Sainte|SAINT|SAINTE|St|Ste)(?:-| |\. ?)\p{Lu}\p{L}*(?:-\p{L}+)*/gu;

/** The text without the places that bear the name of someone, nor the structure's own names. */
export const placeless = (text: string, { names }: Known): string => {
  const own = names
    .filter((name) => name.length > 2)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'giu'));
  return maskedBy(text, [...own, place]);
};

/** The text without saints: "Saint-Martin" is a town, unless a title stands before it. */
export const saintless = (text: string): string => maskedBy(text, [saint]);

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
