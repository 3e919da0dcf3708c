import { counted, dayOf, listed, timeOf } from '../report/french.rules.ts';
import type { Ballot } from '../vote/ballot.rules.ts';
import type { LaureatesBy, Outcome } from '../vote/closing.rules.ts';
import { countOf } from '../vote/count.rules.ts';
import type { Mode } from '../vote/paper.rules.ts';
import { type Block, facts, heading, text } from './block.rules.ts';
import { castOf, invalidOf, turnoutSentence } from './cast.rules.ts';
import { countedOf } from './counted.rules.ts';
import type { Item, Round } from './deliberation.ts';
import { isLapsed } from './faults.rules.ts';
import type { Naming } from './naming.rules.ts';
import { presenceOf } from './presence.rules.ts';

/** Each ballot of an item: who was there, what was put to the vote, what was cast, and what it came to. */
export const roundsOf = ({ rounds, rules, candidates }: Item, naming: Naming): Block[] =>
  rounds.flatMap((round, i) => [
    heading(rounds.length === 1 ? 'Présence et vote' : `Présence et vote, scrutin ${i + 1}`),
    text(`Ouvert le ${dayOf(round.openedAt)} à ${timeOf(round.openedAt)}.`),
    ...presenceOf(round, rules),
    ...(round.motion === null ? electionOf(round, rules.mode, naming) : motionOf(round, round.motion, naming)),
    ...(round.motion !== null && isLapsed(round.motion, candidates)
      ? [text('La motion est tombée : une structure qu’elle désigne s’est retirée.')]
      : []),
    ...(round.brokenOff === null ? [] : [text(`Scrutin interrompu, ses bulletins sans effet : ${round.brokenOff}`)]),
    ...(round.outcome === null ? [] : [text(outcomeSentence(round, round.outcome, naming))]),
  ]);

function electionOf({ paper, ballots }: Round, mode: Mode, naming: Naming): Block[] {
  if (paper === null || paper.mode === 'RATIFY')
    return mode === 'RATIFY'
      ? [text('Aucune motion n’a été déposée contre le classement : il n’y a pas eu à voter.')]
      : [];
  if (ballots === null) return [];
  return [
    text(`En lice : ${listed(paper.candidates.map(naming.candidate))}. ${turnoutSentence(ballots)}`),
    ...castOf(paper, ballots, naming),
    ...invalidOf(ballots),
    ...countedOf(paper, ballots, naming),
  ];
}

function motionOf({ ballots, casting }: Round, { mover, motive, codes }: Motion, naming: Naming): Block[] {
  const target = codes.length === 0 ? 'ne pas attribuer le prix' : listed(codes.map(naming.candidate));
  const opinions = opinionsIn(ballots ?? []);
  return [
    facts(
      ['Motion de', mover],
      ['Lauréats proposés', target],
      ['Motif', motive],
      ['Pour', voices(opinions.for)],
      ['Contre', voices(opinions.against)],
      casting?.opinion
        ? ['Voix prépondérante', `${casting.by} : ${casting.opinion === 'FOR' ? 'pour' : 'contre'}`]
        : null,
    ),
    ...(ballots === null ? [] : [text(turnoutSentence(ballots)), ...invalidOf(ballots)]),
  ];
}

type Motion = NonNullable<Round['motion']>;

/** How many were for and against a motion. */
function opinionsIn(ballots: readonly Ballot[]): { readonly for: number; readonly against: number } {
  const count = countOf({ mode: 'RATIFY' }, ballots);
  return count.mode === 'RATIFY' ? count : { for: 0, against: 0 };
}

const voices = (n: number): string => counted(n, 'voix', 'voix');

const byWords = {
  VOTE: 'Le vote désigne',
  CHANNEL: 'Premiers à égalité, le canal déclaré départage et désigne',
  SHARED: 'Premiers à égalité, ils partagent le prix comme les règles le prévoient :',
  CASTING_VOTE: 'Premiers à égalité, elle désigne',
  MAJORITY: 'La motion a la majorité : le classement n’est pas suivi, et elle désigne',
  NO_MOTION: 'Le classement vaut et désigne',
  NO_MAJORITY: 'La motion n’a pas la majorité : le classement vaut et désigne',
  NO_FIELD: 'Trop peu de structures sont classées pour qu’il y ait un lauréat.',
} as const satisfies Record<LaureatesBy, string>;

/** What came of a ballot, in a sentence. */
function outcomeSentence({ casting }: Round, outcome: Outcome, { candidate }: Naming): string {
  const among = outcome.among.length === 0 ? 'personne' : listed(outcome.among.map(candidate));
  if (outcome.kind === 'LAUREATES') {
    if (outcome.by === 'NO_FIELD') return byWords.NO_FIELD;
    const by = outcome.by === 'CASTING_VOTE' && casting ? `Voix prépondérante de ${casting.by}. ` : '';
    return `${by}${byWords[outcome.by]} ${among}.`;
  }
  if (outcome.kind === 'SECOND_BALLOT') return `Premiers à égalité : ${among}. Un second scrutin a lieu entre eux.`;
  if (outcome.kind === 'CASTING_VOTE') return `Égalité : ${among}. La voix prépondérante n’a pas été donnée.`;
  return outcome.among.length === 0
    ? 'Aucun suffrage exprimé : le vote ne désigne personne.'
    : `Premiers à égalité : ${among}. Rien ne les départage, et ils sont plus que le prix n’en admet.`;
}
