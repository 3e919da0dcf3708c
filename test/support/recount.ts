/**
 * Minutes counted again from what their pages say, by arithmetic of its own: it shares nothing with the rules that
 * counted the votes.
 */

/** What the minutes say of one award, its pages put end to end. */
function partOf(text: string, award: string): string {
  const flat = text
    .replaceAll('\u200b', '') // where a word may break, which is no space
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll(/Jury de la démonstration · séance du [^·]+· chaîne [0-9a-f]{12}\d+ \/ \d+ ?/g, '');
  const from = flat.search(new RegExp(`\\d\\. Trophée « ${award} »Règles`));
  const rest = flat.slice(from + 1);
  const next = rest.search(/\d\. Trophée « [^»]+ »Règles|Chaîne de la délibération/);
  return rest.slice(0, next);
}

/** The last table of that caption, as one text. */
function tableIn(part: string, caption: string): string {
  const from = part.lastIndexOf(caption);
  const rest = part.slice(from + caption.length);
  return from === -1 ? '' : rest.slice(0, rest.search(/Tableau \d+\. –|Un lien va|La mention majoritaire|$/));
}

const laureateIn = (part: string): string => /Lauréat : .+?\(([A-Z])\)\./.exec(part)?.[1] ?? '';

/** What an order of preference is printed as: its ballots, its duels, whom it names. */
export function rankingsIn(text: string, award: string) {
  const part = partOf(text, award);
  const told = tableIn(part, 'égaux entre eux').replace('ClassementBulletins', '');
  const ballots = [...told.matchAll(/((?:[A-Z] > )*[A-Z])(\d+)/g)].flatMap(([, ranking = '', count]) =>
    Array.from({ length: Number(count) }, () => ranking.split(' > ')),
  );
  const grid = tableIn(part, 'à celui de la colonne').replace('Ligne', '');
  const codes = (/^[A-Z]+?(?=[A-Z]–)/.exec(grid)?.[0] ?? '').split('');
  const cells = [...grid.slice(codes.length).matchAll(/[A-Z]|–|\d/g)].map(([cell]) => cell);
  const rows = codes.map((_, i) => cells.slice(i * (codes.length + 1) + 1, (i + 1) * (codes.length + 1)));
  return { ballots, duels: { codes, rows }, laureate: laureateIn(part), part };
}

/** How many ballots put the one of the line before that of the column, as it would be printed. */
export const duelsOf = (codes: readonly string[], ballots: readonly (readonly string[])[]): string[][] =>
  codes.map((one) =>
    codes.map((other) =>
      one === other ? '–' : String(ballots.filter((ballot) => ballot.indexOf(one) < ballot.indexOf(other)).length),
    ),
  );

/** Whoever wins every duel; nothing when nobody does. */
export const winnerOf = (codes: readonly string[], duels: readonly (readonly string[])[]): string =>
  codes.find((_, i) => codes.every((__, j) => i === j || Number(duels[i]?.[j]) > Number(duels[j]?.[i]))) ?? '';

const GRADES = ['Excellent', 'Très bien', 'Bien', 'Assez bien', 'Passable', 'Insuffisant', 'À rejeter'];
const WORD = GRADES.join('|');

/** What majority judgment is printed as: the grades of each file, its median, whom it names. */
export function gradesIn(text: string, award: string) {
  const part = partOf(text, award);
  const told = tableIn(part, 'une colonne par bulletin');
  const count = [...told.matchAll(/Nº \d/g)].length;
  const body = told.slice(told.lastIndexOf(`Nº ${count}`) + `Nº ${count}`.length);
  const rows = [...body.matchAll(new RegExp(`([A-Z])((?:${WORD}){${count}})`, 'g'))];
  const given = new Map(
    rows.map(([, code = '', all = '']): [string, string[]] => [
      code,
      [...all.matchAll(new RegExp(WORD, 'g'))].map(([grade]) => grade),
    ]),
  );
  const medians = [...tableIn(part, 'donné chaque mention').matchAll(new RegExp(`([A-Z])\\d{7}(${WORD})`, 'g'))];
  return {
    ...{ count, given, laureate: laureateIn(part) },
    medians: new Map(medians.map(([, code = '', grade = '']) => [code, grade])),
  };
}

const byWorth = (one: string, other: string): number => GRADES.indexOf(one) - GRADES.indexOf(other);

/** The grade in the middle; of two in the middle, the lower. */
export const medianOf = (grades: readonly string[]): string =>
  grades.toSorted(byWorth)[Math.floor(grades.length / 2)] ?? '';

/** Whoever's median is the best, medians taken away one by one until they differ. */
export function bestOf(given: ReadonlyMap<string, readonly string[]>): string {
  const best = (left: ReadonlyMap<string, readonly string[]>): string => {
    const [top = ''] = [...left.values()].map(medianOf).toSorted(byWorth);
    const first = [...left].filter(([, grades]) => medianOf(grades) === top);
    if (first.length === 1 || top === '') return first[0]?.[0] ?? '';
    return best(new Map(first.map(([code, grades]) => [code, grades.toSpliced(grades.indexOf(top), 1)])));
  };
  return best(given);
}
