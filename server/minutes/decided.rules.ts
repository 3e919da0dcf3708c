import { dayOf, decimalOf, listed, ordinalOf, timeOf } from '../report/french.rules.ts';
import { type Block, type Fact, facts, heading, list, table, text } from './block.rules.ts';
import type { Decision, Item, RemarkablePoint } from './deliberation.ts';

/** Those who could receive the award, as members looked at them. */
export function candidatesOf({ candidates }: Item): Block[] {
  const withdrawn = candidates.filter((each) => each.withdrawn !== null);
  return [
    heading('Candidats'),
    ...table(
      'Liste soumise au jury, dans l’ordre du classement',
      ['Code', 'Structure', 'Rang', 'Note sur 100', 'Seuils'],
      candidates.map(({ code, name, rank, score, eligible }) => [
        ...[code, name, rank === null ? '–' : ordinalOf(rank), decimalOf(score)],
        eligible ? 'franchis' : 'non franchis',
      ]),
      { words: [0, 1, 4], wide: 1 },
    ),
    ...list(withdrawn.map((each) => `${each.name} (${each.code}) s’est retirée : ${each.withdrawn}`)),
  ];
}

/** What was decided: laureates, mentions, motive, dissent, points remarquables, and the record that holds it. */
export function decidedOf({ decision }: Item): Block[] {
  const { decidedAt, dissents, points, followsRanking, motive, hash, corrects } = decision;
  return [
    heading('Décision'),
    text(laureateSentence(decision)),
    facts(
      ['Classement', followsRanking ? 'suivi' : 'non suivi'],
      motive === null ? null : ['Motif', motive],
      ['Prise le', `${dayOf(decidedAt)} à ${timeOf(decidedAt)}`],
      ...points.flatMap(pointFacts),
      corrects === null ? null : ['Corrige la décision', corrects],
      ['Empreinte (SHA-256)', hash],
    ),
    ...dissents.map(
      ({ name, text }): Block => ({ kind: 'QUOTE', text, by: `Opinion dissidente, consignée à la demande de ${name}` }),
    ),
  ];
}

/** "Lauréat : Ville de Chaumont (B), mention « écoute »." */
export function laureateSentence({ laureates }: Decision): string {
  if (laureates.length === 0) return 'Pas de lauréat : le prix n’est pas attribué.';
  const named = laureates.map(
    ({ name, code, mention }) => `${name}${code ? ` (${code})` : ''}${mention ? `, mention « ${mention} »` : ''}`,
  );
  return `${laureates.length === 1 ? 'Lauréat' : 'Lauréats ex æquo'} : ${named.join(' ; ')}.`;
}

const consentWords = { PENDING: 'non reçu à ce jour', GIVEN: 'reçu', REFUSED: 'refusé' } as const;

const pointFacts = ({ laureate, text, author, evidence, approvedBy, consent }: RemarkablePoint): Fact[] => [
  ['Point remarquable', `${laureate} : ${text}`],
  ...(author === null ? [] : ([['Rédigé par', author]] as const)),
  ...(evidence.length === 0 ? [] : ([['Il repose sur', listed(evidence)]] as const)),
  ['Approuvé par', approvedBy ?? 'personne à ce jour'],
  ['Accord du lauréat', consentWords[consent]],
];
