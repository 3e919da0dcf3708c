import { counted, decimalOf, listed } from '../report/french.rules.ts';
import type { Ballot, Fault, Vote } from '../vote/ballot.rules.ts';
import { turnoutOf } from '../vote/count.rules.ts';
import type { Paper } from '../vote/paper.rules.ts';
import { byCode } from '../vote/place.rules.ts';
import { type Block, list, table, text } from './block.rules.ts';
import type { Naming } from './naming.rules.ts';

/** How many ballots stand side by side: more would not fit the width of a page. */
const ABREAST = 8;

/** "6 bulletins déposés : 4 exprimés, 1 blanc, 1 nul." Who abstained cast none, and is named with those present. */
export function turnoutSentence(ballots: readonly Ballot[]): string {
  const { cast, votes, blank, invalid } = turnoutOf(ballots);
  const kinds = [counted(votes, 'exprimé'), counted(blank, 'blanc'), counted(invalid, 'nul')];
  return `${counted(cast, 'bulletin déposé', 'bulletins déposés')} : ${kinds.join(', ')}.`;
}

/**
 * The valid ballots of a round, without names, in the order of what they say: neither who cast one nor when can be read
 * from its place.
 */
export function castOf(paper: Election, ballots: readonly Ballot[], naming: Naming): Block[] {
  const votes = ballots.flatMap((ballot) => (ballot.kind === 'VALID' ? [ballot.vote] : []));
  if (paper.mode === 'RANK') return rankingsOf(votes);
  const lines =
    paper.mode === 'SCORE'
      ? paper.candidates.flatMap((candidate) => paper.criteria.map(({ code }) => ({ candidate, code })))
      : paper.candidates.map((candidate) => ({ candidate, code: null }));
  const columns = votes.map((vote) => lines.map((line) => saidIn(vote, line, naming)));
  const labels = lines.map(({ candidate, code }) => [candidate, ...(code ? [naming.word(code)] : [])]);
  const head = paper.mode === 'SCORE' ? ['Candidat', 'Critère'] : ['Candidat'];
  const said = paper.mode === 'SCORE' ? `Notes données, de 0 à ${paper.scale}` : 'Mentions données';
  const sorted = columns.toSorted((a, b) => byCode(a.join('\n'), b.join('\n')));
  return chunksOf(sorted).flatMap(({ from, chunk }) =>
    table(
      `${said}, une colonne par bulletin`,
      [...head, ...chunk.map((_, i) => `Nº ${from + i + 1}`)],
      labels.map((label, row) => [...label, ...chunk.map((column) => column[row] ?? '–')]),
      { words: paper.mode === 'SCORE' ? [0, 1] : [0, ...chunk.map((_, i) => i + 1)] },
    ),
  );
}

/** A paper that names candidates. */
export type Election = Exclude<Paper, { mode: 'RATIFY' }>;

/** The rankings, each with how many cast it: "A > B = C" prefers A to B and C, which are equal. */
function rankingsOf(votes: readonly Vote[]): Block[] {
  const said = votes.flatMap((vote) =>
    vote.mode === 'RANK' ? [vote.ranking.map((equals) => equals.toSorted(byCode).join(' = ')).join(' > ')] : [],
  );
  const groups = [...Map.groupBy(said, (ranking) => ranking)].sort(
    ([a, those], [b, others]) => others.length - those.length || byCode(a, b),
  );
  return table(
    'Classements déposés : « A > B = C » préfère A à B et à C, égaux entre eux',
    ['Classement', 'Bulletins'],
    groups.map(([ranking, all]) => [ranking, String(all.length)]),
  );
}

/** What a ballot says of a candidate; a dash where it says nothing. */
function saidIn(vote: Vote, { candidate, code }: { candidate: string; code: string | null }, naming: Naming): string {
  if (vote.mode === 'MAJORITY_JUDGMENT') {
    const given = vote.grades.find((graded) => graded.candidate === candidate);
    return given ? naming.word(given.grade) : '–';
  }
  const marked = vote.mode === 'SCORE' && vote.marks.find((it) => it.candidate === candidate && it.criterion === code);
  return decimalOf(marked ? marked.mark : null);
}

function* chunked<T>(all: readonly T[]): Generator<{ from: number; chunk: readonly T[] }> {
  for (let from = 0; from < all.length; from += ABREAST) yield { from, chunk: all.slice(from, from + ABREAST) };
}
const chunksOf = <T>(all: readonly T[]) => [...chunked(all)];

const reasonWords = {
  WRONG_MODE: 'il répond à une autre question',
  UNKNOWN_CANDIDATE: 'il nomme un candidat qui n’est pas en lice',
  REPEATED_CANDIDATE: 'il nomme deux fois le même candidat',
  MISSING_CANDIDATE: 'il omet un candidat',
  UNKNOWN_CRITERION: 'il note sur un critère qui n’existe pas',
  UNKNOWN_GRADE: 'il donne une mention qui n’existe pas',
  NOT_A_MARK: 'il porte autre chose qu’une note',
  OUT_OF_RANGE: 'il porte une note hors de l’échelle',
} as const satisfies Record<Fault['reason'], string>;

/** Why ballots do not count, one line each, in an order that tells nothing of who cast them. */
export function invalidOf(ballots: readonly Ballot[]): Block[] {
  const faults = ballots.flatMap((ballot) => (ballot.kind === 'INVALID' ? [ballot.faults] : []));
  const lines = faults.map((all) =>
    listed([
      ...new Set(all.map(({ reason, candidate }) => `${reasonWords[reason]}${candidate ? ` (${candidate})` : ''}`)),
    ]),
  );
  return lines.length === 0 ? [] : [text('Bulletins nuls, et pourquoi :'), ...list(lines.toSorted(byCode))];
}
