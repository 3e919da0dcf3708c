import { type Stream, streamOf } from '../uncertainty/random.rules.ts';
import type { Board, Piece } from './board.rules.ts';
import { type Channel, channels, type Planned, type Problem, type Rule } from './problem.rules.ts';
import { type Cell, weekdayOf } from './terms.rules.ts';

/** The scenarios, or the personas, that the tests of a cell may have, in the order of their codes. */
export interface Choice {
  readonly codes: readonly string[];
  /** Whether each may be had once only. */
  readonly once: boolean;
}

/** What a structure has had on a channel too recently to have it again. */
function recent(problem: Problem, structure: string, channel: Channel, of: 'scenario' | 'persona'): Set<string | null> {
  const lockOut = of === 'scenario' ? problem.rules.scenarioLockOut : problem.rules.personaLockOut;
  const there = (test: { readonly structure: string; readonly channel: Channel }) =>
    test.structure === structure && test.channel === channel;
  if (lockOut === 0) return new Set();
  return new Set([
    ...problem.past.filter((test) => there(test) && test.ago < lockOut).map((test) => test[of]),
    ...problem.fixed.filter(there).map((test) => test[of]),
  ]);
}

/** The scenarios open to a cell. */
export const scenariosFor = (problem: Problem, rules: ReadonlySet<Rule>, cell: Cell): Choice =>
  choiceOf(
    problem,
    rules.has('SCENARIO_REUSE') && problem.rules.scenarioLockOut > 0,
    cell,
    problem.scenarios.filter(({ channel }) => channel === channels[cell.channel]),
    'scenario',
  );

/** The personas open to a cell; none at all where no persona of the edition can be used. */
export const personasFor = (problem: Problem, rules: ReadonlySet<Rule>, cell: Cell): Choice | null => {
  const able = problem.personas.filter((each) => each.channels.includes(channels[cell.channel] as Channel));
  const once = rules.has('PERSONA_REUSE') && problem.rules.personaLockOut > 0;
  return able.length === 0 ? null : choiceOf(problem, once, cell, able, 'persona');
};

function choiceOf(
  problem: Problem,
  once: boolean,
  cell: Cell,
  all: readonly { readonly code: string }[],
  of: 'scenario' | 'persona',
): Choice {
  const structure = problem.structures[cell.structure]?.id ?? '';
  const had = once ? recent(problem, structure, channels[cell.channel] as Channel, of) : new Set();
  return { once, codes: all.map(({ code }) => code).filter((code) => !had.has(code)) };
}

/** Whether the tests of a cell can all have one. */
export const suffices = (choice: Choice | null, { tests }: Cell): boolean =>
  choice === null || (choice.once ? choice.codes.length >= tests : choice.codes.length > 0);

/**
 * The plan that a full board comes to: each test with a scenario, a persona and hours, the least used first, equals
 * drawn. A piece that was a test before keeps of it what it may. In the order of structures, channels and days.
 */
export function castOf(board: Board, seed: string, before: ReadonlyMap<Piece, Planned> = new Map()): Planned[] {
  const { terms } = board;
  const used = new Map<string, number>();
  const byCell = Map.groupBy(board.pieces, ({ cell }) => cell);
  return terms.cells.flatMap((cell, i) => {
    const pieces = (byCell.get(i) ?? []).toSorted((a, b) => a.day - b.day || a.auditor - b.auditor);
    const { id } = terms.problem.structures[cell.structure] ?? { id: '' };
    const channel = channels[cell.channel] as Channel;
    const stream = streamOf(seed, 'cast', id, channel);
    const old = pieces.map((piece) => before.get(piece) ?? null);
    const draw = (choice: Choice, of: 'scenario' | 'persona') =>
      drawn(
        choice,
        old.map((test) => test?.[of] ?? null),
        (code) => `${of} ${channel} ${code}`,
        used,
        stream,
      );
    const scenarios = draw(scenariosFor(terms.problem, terms.rules, cell), 'scenario');
    const open = personasFor(terms.problem, terms.rules, cell);
    const personas = open && draw(open, 'persona');
    return pieces.map((piece, k): Planned => {
      const day = terms.days[piece.day] ?? '';
      return {
        ...{ id: old[k]?.id ?? null, structure: id, channel, day },
        ...{ auditor: terms.problem.auditors[piece.auditor]?.id ?? null },
        ...hoursOf(terms.problem, channel, day, stream.next(), old[k] ?? null),
        ...{ scenario: scenarios[k] ?? '', persona: personas?.[k] ?? null },
      };
    });
  });
}

/** One of a choice for each test: what it had when it still may, else the least used; equals are drawn. */
function drawn(
  { codes, once }: Choice,
  old: readonly (string | null)[],
  keyOf: (code: string) => string,
  used: Map<string, number>,
  stream: Stream,
): string[] {
  const got = old.map((code, i) =>
    code !== null && codes.includes(code) && !(once && old.indexOf(code) < i) ? code : null,
  );
  const uses = (code: string) => used.get(keyOf(code)) ?? 0;
  const have = (code: string) => used.set(keyOf(code), uses(code) + 1);
  for (const code of got) if (code !== null) have(code);
  for (const [i, code] of got.entries()) {
    if (code !== null) continue;
    const [best] = codes
      .filter((each) => !once || !got.includes(each))
      .map((each) => ({ each, uses: uses(each), draw: stream.next() }))
      .sort((a, b) => a.uses - b.uses || a.draw - b.draw);
    if (!best) continue;
    have(best.each);
    got[i] = best.each;
  }
  return got.map((code) => code ?? '');
}

/** One of the bands of a channel that are open on a day: the one a test had before when it still is. */
function hoursOf(problem: Problem, channel: Channel, day: string, chance: number, old: Planned | null) {
  const open = bandsOn(problem, channel, day);
  const same = open.find(({ from, to }) => from === old?.from && to === old?.to);
  const { from, to } = same ?? open[chance % Math.max(1, open.length)] ?? { from: '', to: '' };
  return { from, to };
}

/** The bands of a channel that are open on a day, in the order they were said. */
const bandsOn = ({ rules }: Problem, channel: Channel, day: string) =>
  rules.bands.filter((band) => band.channel === channel && band.weekdays.includes(weekdayOf(day)));
