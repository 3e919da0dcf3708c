import { ZERO } from '../score/exact.rules.ts';
import { type CriterionRule, type Finding, type Tally, tallyOf } from '../score/measure.rules.ts';
import { type Rules, type StructureScore, scoreOfTallies } from '../score/score.rules.ts';

/** One structure in one edition; without a finding it did not take part. */
export interface Entrant {
  /** The same over editions: the reference of the structure. */
  readonly key: string;
  /** The code of its category, which may differ from one edition to the next. */
  readonly category: string;
  readonly findings: readonly Finding[];
}

/** The rules a structure is scored with: those of its edition, or those of either over the common criteria. */
export type Version = 'OWN' | 'BEFORE' | 'AFTER';
/** A structure ready to be scored in any way a comparison needs. */
export interface Tested {
  readonly key: string;
  readonly category: string;
  /** `covered`: without the channels it was tested on in one edition only. */
  readonly scoreWith: (version: Version, covered: boolean) => StructureScore;
}

/** One structure with its findings by criterion. */
export interface Taker extends Omit<Entrant, 'findings'> {
  readonly found: ReadonlyMap<string, readonly Finding[]>;
}
/** Who took part, by key: those with a finding. */
export type Takers = ReadonlyMap<string, Taker>;

export const takersIn = (entrants: readonly Entrant[]): Takers =>
  new Map(
    entrants.flatMap(({ key, category, findings }): [string, Taker][] =>
      findings.length === 0
        ? []
        : [[key, { key, category, found: Map.groupBy(findings, ({ criterion }) => criterion) }]],
    ),
  );

/** The criteria of the channels of both grids that a structure was tested on in one edition only. */
export function apartOn(taker: Taker, other: Taker | undefined, before: Rules, after: Rules): ReadonlySet<string> {
  if (!other) return new Set();
  const criteria = [before, after].map(
    ({ channels }) => new Map(channels.map(({ code, criteria }) => [code, criteria.map(({ code }) => code)])),
  );
  const [was, is] = criteria as [Map<string, string[]>, Map<string, string[]>];
  return new Set(
    [...is].flatMap(([channel, now]) => {
      const all = [...now, ...(was.get(channel) ?? [])];
      return was.has(channel) && coverageOf(taker, all) !== coverageOf(other, all) ? all : [];
    }),
  );
}

/** Whether a channel was tested, was tried and does not apply, or was never tried: absences are treated by which. */
function coverageOf({ found }: Taker, criteria: readonly string[]): 'TESTED' | 'NOT_APPLICABLE' | 'UNTESTED' {
  const findings = criteria.flatMap((code) => found.get(code) ?? []);
  if (findings.length === 0) return 'UNTESTED';
  return findings.every(({ absence }) => absence === 'NOT_APPLICABLE') ? 'NOT_APPLICABLE' : 'TESTED';
}

/** A structure ready to be scored with any rules; each score is worked out once, when it is first asked for. */
export function testedOf(
  { key, category, found }: Taker,
  rules: Readonly<Record<Version, Rules>>,
  apart: ReadonlySet<string>,
) {
  const tallies = new Map<CriterionRule, Tally>();
  const tallyFor = (criterion: CriterionRule): Tally => {
    const tally = tallies.get(criterion) ?? tallyOf(criterion, found.get(criterion.code) ?? []);
    tallies.set(criterion, tally);
    return tally;
  };
  const scores = new Map<string, StructureScore>();
  const scoreWith = (version: Version, covered: boolean): StructureScore => {
    const narrowed = covered && apart.size > 0;
    const name = `${version} ${narrowed}`;
    const score =
      scores.get(name) ??
      scoreOfTallies(rules[version], (each) => (narrowed && apart.has(each.code) ? NEVER : tallyFor(each)));
    scores.set(name, score);
    return score;
  };
  return { key, category, scoreWith } satisfies Tested;
}

/** A channel left out of the comparison is as one that does not apply: no policy of absence has a say in it. */
const NEVER: Tally = {
  ...{ points: ZERO, values: 0 },
  absent: { NOT_APPLICABLE: 1, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 },
};
