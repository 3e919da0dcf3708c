import { decimalOf, ordinalOf } from '../report/french.rules.ts';
import { rounded } from '../score/exact.rules.ts';
import type { Ballot } from '../vote/ballot.rules.ts';
import { type Count, countOf } from '../vote/count.rules.ts';
import type { JudgmentCount } from '../vote/majority.rules.ts';
import type { Place } from '../vote/place.rules.ts';
import { isStronger, type Path, type SchulzeCount } from '../vote/schulze.rules.ts';
import type { ScoringCount } from '../vote/scoring.rules.ts';
import { type Block, table, text } from './block.rules.ts';
import type { Election } from './cast.rules.ts';
import type { Naming } from './naming.rules.ts';

/** What a round came to, with every figure one needs to find it again by hand from the ballots. */
export function countedOf(paper: Election, ballots: readonly Ballot[], naming: Naming): Block[] {
  const count: Count = countOf(paper, ballots);
  if (count.mode === 'RANK') return schulzeBlocks(count, naming);
  if (count.mode === 'SCORE') return scoringBlocks(count, naming);
  return count.mode === 'RATIFY' || paper.mode !== 'MAJORITY_JUDGMENT'
    ? []
    : judgmentBlocks(count, paper.grades, naming);
}

function schulzeBlocks({ candidates, preferences, paths, places }: SchulzeCount, naming: Naming): Block[] {
  const pairs = candidates.flatMap((one, i) =>
    candidates.slice(i + 1).map((other, k) => {
      const [there, back] = [paths[i]?.[i + 1 + k] ?? null, paths[i + 1 + k]?.[i] ?? null];
      return [`${one} et ${other}`, ...pathWords(there), ...pathWords(back), betterOf([one, there], [other, back])];
    }),
  );
  return [
    ...table(
      'Préférences deux à deux : combien de bulletins préfèrent le candidat de la ligne à celui de la colonne',
      ['Ligne', ...candidates],
      candidates.map((one, i) => [
        one,
        ...candidates.map((_, j) => (i === j ? '–' : String(preferences[i]?.[j] ?? 0))),
      ]),
    ),
    text(
      'Un lien va du candidat préféré à l’autre, par autant de voix que de bulletins qui le préfèrent. Un chemin vaut son lien le plus faible : « 4 contre 3 ». De deux candidats, celui dont le chemin le plus fort vers l’autre est plus fort que le retour est meilleur ; à voix égales, celui qui en a le moins contre lui.',
    ),
    ...table('Chemins les plus forts', ['Paire', 'Aller', 'Force', 'Retour', 'Force', 'Meilleur'], pairs, {
      words: [0, 1, 3, 5],
    }),
    ...placesTable(places, naming),
  ];
}

function pathWords(path: Path | null): [string, string] {
  return path === null ? ['aucun', '–'] : [path.through.join(' → '), `${path.votes} contre ${path.against}`];
}

/** Of two candidates, the one whose strongest path to the other is stronger than the way back. */
function betterOf([one, there]: Sided, [other, back]: Sided): string {
  if (isStronger(there, back)) return one;
  return isStronger(back, there) ? other : 'aucun des deux';
}
type Sided = readonly [candidate: string, path: Path | null];

const placesTable = (places: readonly Place[], { candidate }: Naming): Block[] =>
  table(
    'Ordre trouvé',
    ['Candidat', 'Place'],
    places.map((each) => [candidate(each.candidate), ordinalOf(each.place)]),
  );

function judgmentBlocks({ merits, places }: JudgmentCount, scale: readonly string[], naming: Naming): Block[] {
  const { word } = naming;
  return [
    ...table(
      'Combien de bulletins ont donné chaque mention',
      ['Candidat', ...scale.map(word), 'Médiane'],
      merits.map(({ candidate, profile, majorityGrade }) => [
        ...[candidate, ...profile.map(String)],
        majorityGrade === null ? '–' : word(majorityGrade),
      ]),
      { words: [0, scale.length + 1] },
    ),
    text(
      'La mention majoritaire est la médiane : rangées de la meilleure à la plus basse, celle du milieu, et de deux au milieu la plus basse. À mention égale, on l’ôte une fois à chacun et on compare la médiane de ce qui reste, jusqu’à ce qu’elle diffère.',
    ),
    ...table(
      'Mentions médianes successives, de gauche à droite',
      ['Candidat', 'Médianes', 'Place'],
      merits.map(({ candidate, majorityValue }) => [
        ...[candidate, majorityValue.map(word).join(', ')],
        placeIn(places, candidate),
      ]),
      { words: [0, 1] },
    ),
  ];
}

function scoringBlocks({ scores, places }: ScoringCount, naming: Naming): Block[] {
  return [
    text(
      'La note d’un bulletin est la moyenne de ses notes, pondérée par critère ; celle d’un candidat est la moyenne de ses bulletins, exacte. Seule l’écriture décimale est arrondie ; la place suit la valeur exacte.',
    ),
    ...table(
      'Moyenne de chaque candidat',
      ['Candidat', 'Moyenne exacte', 'Soit', 'Plus basse', 'Plus haute', 'Place'],
      scores.map(({ candidate, mean, least, greatest }) => [
        ...[naming.candidate(candidate), mean.toFraction(), decimalOf(rounded(mean, 2))],
        ...[decimalOf(rounded(least, 2)), decimalOf(rounded(greatest, 2)), placeIn(places, candidate)],
      ]),
    ),
  ];
}

const placeIn = (places: readonly Place[], id: string): string => {
  const found = places.find(({ candidate }) => candidate === id);
  return found ? ordinalOf(found.place) : '–';
};
