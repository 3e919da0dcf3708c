import { describe, expect, test } from 'vitest';
import type { Identity } from '../../server/dossier/clue.rules.ts';
import { concealed, giveawaysIn, giveawaysInFile } from '../../server/dossier/giveaway.rules.ts';

const town: Identity = {
  names: ['Ville de Saint-Étienne', 'Mairie annexe de L’Haÿ', 'France Services'],
  places: ['Saint-Étienne', 'Saint-Étienne Métropole', 'Le Mans', 'Eu', 'Sainte-Foy-lès-Lyon', 'Œuilly'],
  demonyms: ['Stéphanois', 'Parisien'],
  domains: ['saint-etienne.fr'],
  phones: ['04 77', '+33 2 43 47 47 47'],
  numbers: ['214 202 186', '42000', '2A004'],
};
const found = (text: string) => giveawaysIn(text, town).map(({ kind, text }) => `${kind} ${text}`);

describe('what gives a structure away', () => {
  test.each<[string, string, string[]]>([
    ['its name', 'La Ville de Saint-Étienne répond.', ['NAME Saint-Étienne']],
    ['without accent, capital or hyphen', 'à saint etienne, hier', ['NAME saint etienne']],
    ['in capitals', 'SAINT-ÉTIENNE', ['NAME SAINT-ÉTIENNE']],
    ['shortened', 'St-Etienne', ['NAME St-Etienne']],
    ['in one word', 'SaintÉtienne', ['NAME SaintÉtienne']],
    [
      'with accents apart from their letters',
      'Saint-Étienne'.normalize('NFD'),
      [`NAME ${'Saint-Étienne'.normalize('NFD')}`],
    ],
    ['with signs nobody sees', 'Saint-Éti\u00adenne', ['NAME Saint-Éti\u00adenne']],
    ['with another apostrophe', "à l'annexe de L'Haÿ", ["NAME annexe de L'Haÿ"]],
    ['in a longer name', 'Saint-Étienne Métropole', ['PLACE Saint-Étienne Métropole']],
    ['after an article that melts', 'la mairie du Mans', ['PLACE Mans']],
    ['with its article', 'Le Mans, LEMANS, LHaÿ', ['PLACE Le Mans', 'PLACE LEMANS']],
    ['with another shortened saint', 'Ste-Foy-lès-Lyon', ['PLACE Ste-Foy-lès-Lyon']],
    ['with letters tied together', 'OEuilly, Œuilly', ['PLACE OEuilly', 'PLACE Œuilly']],
    ['a short name with its capital', 'La ville d’Eu a eu raison.', ['PLACE Eu']],
    [
      'what its inhabitants are called',
      'une Stéphanoise, des parisiennes',
      ['DEMONYM Stéphanoise', 'DEMONYM parisiennes'],
    ],
    ['a mailbox', 'Écrire à accueil@saint-etienne.fr.', ['ADDRESS accueil@saint-etienne.fr']],
    ['a page', 'voir https://www.saint-etienne.fr/rdv, puis', ['ADDRESS https://www.saint-etienne.fr/rdv']],
    ['another address that bears its name', 'ville@mairie-st-etienne.com', ['ADDRESS ville@mairie-st-etienne.com']],
    ['a handle', 'sur @VilleDeSaintEtienne hier', ['ADDRESS @VilleDeSaintEtienne']],
    ['a number of its exchange', 'au 04.77.48.77.48', ['PHONE 04.77.48.77.48']],
    ['the same as from abroad', 'au +33 (0)4 77 48 77 48', ['PHONE +33 (0)4 77 48 77 48']],
    ['its own number', '02 43 47 47 47', ['PHONE 02 43 47 47 47']],
    ['its SIREN', 'SIREN 214202186', ['NUMBER 214202186']],
    ['its SIREN in a SIRET', '214 202 186 00014', ['NUMBER 214 202 186']],
    ['its postcode', '42000 Saint-Étienne', ['NUMBER 42000', 'NAME Saint-Étienne']],
    ['its INSEE code', 'commune 2a004', ['NUMBER 2a004']],
  ])('%s', (_, text, giveaways) => {
    expect(found(text)).toEqual(giveaways);
  });

  test.each([
    ['a word that only contains it', 'Les Manseaux, un mansard, Étienne'],
    ['a small word that is also a town', 'il a eu le temps'],
    ['what every structure is called', 'à la mairie, à l’espace France Services'],
    ['another exchange', '04 76 48 77 48'],
    ['a number that is longer, or shorter', '042000, 420001, 04 77 48'],
    ['another domain', 'accueil@autre-ville.fr'],
    ['nothing at all', ''],
  ])('not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('where nothing is known of a structure, nothing gives it away', () => {
    const nobody: Identity = {
      names: ['', ' '],
      places: [],
      demonyms: [''],
      domains: [''],
      phones: ['—'],
      numbers: [''],
    };
    expect(giveawaysIn('Saint-Étienne, 04 77 48 77 48, a@b.fr', nobody)).toEqual([]);
  });
});

test('a span is where it stands in the text as it was written', () => {
  const text = `Accueil a\u0300 ${'Saint-Étienne'.normalize('NFD')} !`;
  const [span] = giveawaysIn(text, town);
  expect(text.slice(span?.start, span?.end)).toBe('Saint-Étienne'.normalize('NFD'));
});

test('a concealed text says where something was', () => {
  const text = 'La mairie de Saint-Étienne (04 77 48 77 48) répond.';
  expect(concealed(text, town)).toBe('La mairie de […] ([…]) répond.');
  expect(concealed('0477487748214202186', town)).toBe('[…][…]');
});

test('a file is read field by field; an image is a logo whatever it shows', () => {
  const file = [
    { code: 'verbatim', text: 'Bon accueil.' },
    { code: 'picture', text: 'blason.png', image: true },
    { code: 'answer', text: 'Le Mans vous remercie.' },
  ];
  const said = giveawaysInFile(file, town).map(({ field, kind, text }) => `${field} ${kind} ${text}`);
  expect(said).toEqual(['picture LOGO blason.png', 'answer PLACE Le Mans']);
});
