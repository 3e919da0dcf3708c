/** The words after which French sentences put the name of a structure. */
export const prepositions = ['de', 'à', 'sur', 'dans', 'pour', 'avec', 'que'] as const;
export type Preposition = (typeof prepositions)[number];

/** What bodies call themselves first, by the article it takes; names of people and of places take none. */
const articles: readonly (readonly [article: 'la ' | 'le ' | 'les ', words: RegExp])[] = [
  [
    'la ',
    /^(?:ville|commune|mairie|communauté|métropole|eurométropole|région|collectivité|maison|médiathèque|bibliothèque|école|agence|académie|caisse|direction|préfecture|sous-préfecture|antenne|université)(?![\p{L}-])/iu,
  ],
  [
    'le ',
    /^(?:département|conseil|ccas|cias|centre|conservatoire|syndicat|service|bureau|guichet|pôle|musée|théâtre|grand|pays|office|établissement|espace|epci|urbanisme|institut)(?![\p{L}-])/iu,
  ],
  ['les ', /^(?:services|archives|maisons|bureaux|affaires)(?![\p{L}-])/iu],
];

const VOWEL = /^(?:[aeiouàâäéèêëîïôöùûüœæ]|y(?![aeiou]))/iu;

/**
 * The name of a structure after a preposition, as one says it: "de la Ville de Tours", "du CCAS de Tours", "à l’Agence
 * d’urbanisme", "sur Grenoble-Alpes", "d’Annecy", "du Havre", "de France services de Tours". A name keeps its capital.
 */
export function saidAfter(preposition: Preposition, name: string): string {
  const article = articles.find(([, words]) => words.test(name))?.[0];
  if (article) return joined(preposition, article !== 'les ' && VOWEL.test(name) ? 'l’' : article, name);
  const [, own, rest = ''] = /^(Les?) (.+)$/u.exec(name) ?? [];
  if (own && (preposition === 'de' || preposition === 'à'))
    return joined(preposition, own === 'Le' ? 'le ' : 'les ', rest);
  return preposition === 'de' && VOWEL.test(name) ? `d’${name}` : `${preposition} ${name}`;
}

const contracted: Readonly<Record<string, string>> = {
  ...{ 'de le ': 'du ', 'de les ': 'des ', 'à le ': 'au ', 'à les ': 'aux ' },
};

function joined(preposition: Preposition, article: string, name: string): string {
  const both = `${preposition} ${article}`;
  return `${contracted[both] ?? both}${name}`;
}
