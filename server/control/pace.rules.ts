import type { ChannelCode } from '../kernel/kinds.ts';

/** When one auditor did one test, in milliseconds. */
export interface Timed {
  readonly id: string;
  readonly channel: `${ChannelCode}`;
  readonly structure: string;
  readonly from: number;
  readonly to: number;
}

/** What is hard to believe of the pace of an auditor. */
export type PaceFlag = 'OVERLAPS' | 'TOO_SHORT' | 'TOO_FAR';

export interface Flagged {
  readonly id: string;
  readonly flag: PaceFlag;
  /** The other test it does not go with; null when it is hard to believe alone. */
  readonly other: string | null;
  /** The seconds it took, or that lie between the two; below 0 when they overlap. */
  readonly seconds: number;
}

/** Below how many seconds a test is hard to believe. A letter is written, a counter is waited at, a call is picked up. */
const shortest: Readonly<Record<`${ChannelCode}`, number>> = {
  ...{ RECEPTION: 180, PHONE: 15, EMAIL: 45, LETTER: 60, WEBSITE: 90, SOCIAL: 30 },
};
/** Where one waits for an answer: such a test stays open for days, beside others. */
const waiting: readonly string[] = ['EMAIL', 'LETTER', 'SOCIAL'];
/** Seconds between two counters of different structures that nobody covers. */
const ROAD = 300;

/** The tests of one auditor that are hard to believe. It accuses nobody: it says what to look at. */
export function paceFlags(tests: readonly Timed[]): Flagged[] {
  const ordered = tests.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  const attended = ordered.filter(({ channel }) => !waiting.includes(channel));
  const clashes = new Map(attended.flatMap((test, at) => clashOf(attended[at - 1], test) ?? []));
  return ordered.flatMap((test): Flagged[] => {
    const took = (test.to - test.from) / 1000;
    const hasty = took < shortest[test.channel];
    const clash = clashes.get(test.id);
    return [
      ...(hasty ? [{ id: test.id, flag: 'TOO_SHORT' as const, other: null, seconds: took }] : []),
      ...(clash ? [clash] : []),
    ];
  });
}

/** What is hard to believe of a test that came after another. */
function clashOf(before: Timed | undefined, test: Timed): [[id: string, clash: Flagged]] | null {
  if (!before) return null;
  const between = (test.from - before.to) / 1000;
  const flag = between < 0 ? 'OVERLAPS' : areApart(before, test) && between < ROAD ? 'TOO_FAR' : null;
  return flag && [[test.id, { id: test.id, flag, other: before.id, seconds: between }]];
}

const areApart = (a: Timed, b: Timed): boolean =>
  a.channel === 'RECEPTION' && b.channel === 'RECEPTION' && a.structure !== b.structure;
