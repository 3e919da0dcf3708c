import { counted, dayOf, decimalOf, listed, timeOf } from '../report/french.rules.ts';
import type { Mode, Paper } from '../vote/paper.rules.ts';
import type { QuorumRule } from '../vote/quorum.rules.ts';
import type { TieRules } from '../vote/tie.rules.ts';
import { type Block, type Fact, facts, heading, text } from './block.rules.ts';
import type { DeclaredRules, Item } from './deliberation.ts';
import type { Naming } from './naming.rules.ts';

/** How each mode decides, in a sentence. */
export const modeWords = {
  RATIFY: 'Ratification : le classement vaut, sauf si une motion motivée recueille plus de voix pour que contre.',
  SCORE: 'Notation : la moyenne des notes de chaque candidat, pondérée par critère, chaque membre comptant autant.',
  RANK: 'Classement par préférences, méthode de Schulze : les candidats sont comparés deux à deux.',
  MAJORITY_JUDGMENT: 'Jugement majoritaire : la mention médiane de chaque candidat.',
} as const satisfies Record<Mode, string>;

/** The rules of an item, as they were declared before its first ballot. */
export function declaredOf({ rules }: Item, naming: Naming): Block[] {
  const { declaredAt, mode, paper, quorum, ties, field, floor, shortList } = rules;
  return [
    heading('Règles déclarées'),
    text(`Déclarées avant l’ouverture du vote et figées le ${dayOf(declaredAt)} à ${timeOf(declaredAt)}.`),
    facts(
      ['Mode', modeWords[mode]],
      ...(paper === null ? [] : paperFacts(paper, naming)),
      ['Quorum', quorumWords(quorum)],
      ['Égalité', tieWords(rules)],
      ['Voix prépondérante', ties.castingVote ? 'à qui préside, quand rien d’autre ne départage' : 'aucune'],
      ['Lauréats', laureateWords(ties)],
      [
        'Champ minimal',
        `${counted(field, 'structure classée', 'structures classées')} au moins ; à défaut, pas de lauréat`,
      ],
      ['Note minimale', floor === null ? 'aucune' : `${decimalOf(floor)} sur 100`],
      ['Liste restreinte', `les ${shortList} premières, et celles à égalité avec la dernière`],
      ['Noms des candidats', rules.namesShown ? 'connus des membres' : 'cachés aux membres jusqu’à la décision'],
      ['Bulletins', 'secrets ; imprimés ici sans nom'],
    ),
  ];
}

function paperFacts(paper: Paper, { word }: Naming): Fact[] {
  if (paper.mode === 'RATIFY') return [];
  if (paper.mode === 'SCORE')
    return [
      ['Critères', listed(paper.criteria.map(({ code, weight }) => `${word(code)} (poids ${decimalOf(weight)})`))],
      ['Échelle', `de 0 à ${paper.scale} sur chaque critère`],
    ];
  const left = paper.mode === 'RANK' ? 'vient après ceux qui sont classés' : 'reçoit la plus basse mention';
  return [
    ...(paper.mode === 'RANK' ? [] : ([['Mentions', paper.grades.map(word).join(', ')]] as const)),
    ['Bulletin incomplet', paper.mayOmit ? `valable ; un candidat omis ${left}` : 'nul'],
  ];
}

/** "la moitié", "les deux tiers", or the share as it was declared. */
const shareWords: Readonly<Record<string, string>> = {
  '1/2': 'la moitié',
  '1/3': 'le tiers',
  '2/3': 'les deux tiers',
  '3/4': 'les trois quarts',
};

export const quorumWords = ({ share, strictly = false, fewest }: QuorumRule): string =>
  `${strictly ? 'plus de ' : ''}${shareWords[share] ?? `${decimalOf(share)} du nombre`} des membres non déportés, et ${counted(fewest, 'membre')} au moins`;

const channelWords: Readonly<Record<string, string>> = {
  RECEPTION: 'l’accueil physique',
  PHONE: 'le téléphone',
  EMAIL: 'le courriel',
  LETTER: 'le courrier',
  WEBSITE: 'le site internet',
  SOCIAL: 'les réseaux sociaux',
};

function tieWords({ ties, tieChannel }: DeclaredRules): string {
  if (ties.tieRule === 'CHANNEL')
    return `la meilleure note sur ${channelWords[tieChannel ?? ''] ?? 'le canal déclaré'} départage`;
  return ties.tieRule === 'JURY' ? 'un second tour entre les premiers' : 'les premiers partagent le prix';
}

const laureateWords = ({ mostLaureates = null }: TieRules): string =>
  mostLaureates === null ? 'sans limite d’ex æquo' : `${counted(mostLaureates, 'lauréat')} au plus`;
