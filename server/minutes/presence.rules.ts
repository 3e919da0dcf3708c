import { counted, listed } from '../report/french.rules.ts';
import { type Quorum, quorumOf } from '../vote/quorum.rules.ts';
import { type Block, facts, list, text } from './block.rules.ts';
import type { DeclaredRules, Round, Sitting } from './deliberation.ts';

/** Who was there during a ballot, who abstained, who was recused and why, and whether it could be decided. */
export function presenceOf({ seats }: Round, rules: DeclaredRules): Block[] {
  const quorum = quorumOf(seats, rules.quorum);
  return [
    facts(
      ['Présents', namesOf(seats.filter(({ attendance }) => attendance === 'PRESENT'))],
      ['Absents', namesOf(seats.filter(({ attendance }) => attendance === 'ABSENT'))],
      ['Se sont abstenus', namesOf(seats.filter(({ abstained }) => abstained))],
      ['Quorum', quorumSentence(seats.length, quorum)],
      ['Préside', quorum.presiding ?? 'personne'],
    ),
    text(quorum.recused === 0 ? 'Aucun membre n’est déporté.' : 'Déportés, hors de la salle et hors de tout compte :'),
    ...list(
      seats
        .filter(({ attendance }) => attendance === 'RECUSED')
        .map(({ member, motive }) => `${member} : ${motive ?? 'motif non consigné'}`),
    ),
  ];
}

const namesOf = (those: readonly Sitting[]): string =>
  those.length === 0 ? 'personne' : `${those.length} : ${listed(those.map(({ member }) => member))}`;

function quorumSentence(seats: number, { entitled, present, recused, needed, reached, missing }: Quorum): string {
  const left = recused === 0 ? '' : ` moins ${counted(recused, 'déporté')}, soit ${entitled}`;
  const due = `${counted(seats, 'membre')}${left} ; il en faut ${needed}, ${present} sont là.`;
  return `${due} ${reached ? 'Il est atteint.' : `Il en manque ${missing} : rien n’est décidé.`}`;
}
