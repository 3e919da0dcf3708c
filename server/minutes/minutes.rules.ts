import { counted, dayOf, timeOf } from '../report/french.rules.ts';
import { type Block, facts, list, table, text } from './block.rules.ts';
import { candidatesOf, decidedOf, laureateSentence } from './decided.rules.ts';
import { declaredOf } from './declared.rules.ts';
import type { Deliberation, Item, Member, RecordLine } from './deliberation.ts';
import { namingOf } from './naming.rules.ts';
import { roundsOf } from './outcome.rules.ts';

/** The minutes of a deliberation as their template lays them out. */
export function minutesOf(deliberation: Deliberation) {
  const { edition, panel, meeting, openedAt, records, signatories } = deliberation;
  return {
    title: 'Procès-verbal de délibération',
    subtitle: `${panel} : ${meeting}, ${dayOf(openedAt)}`,
    overline: `${edition.label} · ${edition.ordinal}ᵉ édition, ${edition.year}`,
    footer: `${panel} · séance du ${dayOf(openedAt)} · chaîne ${records.at(-1)?.hash.slice(0, 12) ?? 'vide'}`,
    simulated: edition.simulated
      ? 'Délibération fictive, jouée pour la démonstration : ni ces personnes ni ces décisions n’ont existé.'
      : null,
    sections: [
      { title: 'Séance', blocks: sessionOf(deliberation) },
      { title: 'Décisions', blocks: summaryOf(deliberation) },
      ...deliberation.items.map((item, i) => ({ title: titleOf(item, i), blocks: itemOf(item) })),
      { title: 'Chaîne de la délibération', blocks: chainOf(records) },
    ],
    signatories: signatories.map(({ name, quality, office }) => ({ name, office: officeWords[office], quality })),
  };
}

const officeWords = {
  CHAIR: 'Présidence',
  DEPUTY: 'Suppléance',
  SECRETARY: 'Secrétariat',
  MEMBER: 'Membre',
} as const satisfies Record<Member['office'], string>;

/** "1. Trophée « Communes de 2 000 à 10 000 habitants »". */
const titleOf = ({ award }: Item, i: number): string => `${i + 1}. ${awardWords(award)}`;

export const awardWords = ({ kind, label }: Item['award']): string =>
  `${kind === 'TROPHY' ? 'Trophée' : 'Prix spécial'} « ${label} »`;

function itemOf(item: Item): Block[] {
  const naming = namingOf(item);
  return [...declaredOf(item, naming), ...candidatesOf(item), ...roundsOf(item, naming), ...decidedOf(item)];
}

function sessionOf({ panel, place, openedAt, closedAt, members, items }: Deliberation): Block[] {
  const where = place === null ? '' : `, à ${place}`;
  const closed = dayOf(openedAt) === dayOf(closedAt) ? '' : `le ${dayOf(closedAt)} `;
  const replaced = members.filter(({ replaces }) => replaces !== null);
  return [
    text(
      `Réuni le ${dayOf(openedAt)}${where}, le jury « ${panel} » a ouvert sa séance à ${timeOf(openedAt)} et l’a levée ${closed}à ${timeOf(closedAt)}, après ${counted(items.length, 'point')}.`,
    ),
    ...table(
      'Composition du jury',
      ['Nom', 'Qualité', 'Fonction'],
      members.map(({ name, quality, office }) => [name, quality ?? '–', officeWords[office]]),
      { words: [0, 1, 2], wide: 1 },
    ),
    ...list(
      replaced.map(({ name, replaces }) => `${name} remplace ${replaces}, dont les actes restent consignés à part.`),
    ),
  ];
}

const summaryOf = (deliberation: Deliberation): Block[] =>
  table(
    'Ce que le jury a décidé',
    ['Point', 'Prix', 'Lauréats', 'Classement'],
    deliberation.items.map((item, i) => [
      ...[String(i + 1), awardWords(item.award), laureateSentence(item.decision)],
      item.decision.followsRanking ? 'suivi' : 'non suivi',
    ]),
    { words: [0, 1, 2, 3], wide: 2 },
  );

const chainOf = (records: readonly RecordLine[]): Block[] => [
  text(
    'Chaque enregistrement cite l’empreinte du précédent : en changer un seul change toutes celles qui suivent. Le fichier de la chaîne se vérifie sans réseau, avec le vérificateur que le service donne à l’adresse /verify-jury.mjs :',
  ),
  facts(['Commande', 'node verify-jury.mjs chaine.json --head EMPREINTE'], ['EMPREINTE', records.at(-1)?.hash ?? '–']),
  ...table(
    'Enregistrements et leurs empreintes (SHA-256)',
    ['Nº', 'Quand', 'Quoi', 'Empreinte'],
    records.map(({ number, at, label, hash }) => [String(number), `${dayOf(at)}, ${timeOf(at)}`, label, hash]),
    { words: [1, 2, 3], wide: 2 },
  ),
];
