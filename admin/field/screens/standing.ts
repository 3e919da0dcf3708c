import type { Receipt, Test } from '../net/field.graphql.ts';
import type { LocalDraft, Sending } from '../store/db.ts';
import type { State } from '../store/state.ts';

/** Where a test stands, as its auditor sees it. */
export type Standing = 'TO_DO' | 'DRAFT' | 'RIVAL' | 'WAITING' | 'SENT' | 'HELD' | 'REFUSED' | 'WITHDRAWN';

/** The latest that was sent of a test from this device; undefined when nothing was. */
export const lastSending = (sendings: readonly Sending[], id: string): Sending | undefined =>
  sendings
    .filter(({ assignmentId }) => assignmentId === id)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];

/** What the server said last of a test: from this device, or from another. What it says anew of one key is later. */
export function receiptFor(test: Test, sendings: readonly Sending[]): Receipt | null {
  const here = lastSending(sendings, test.id)?.receipt ?? null;
  const there = test.receipt;
  if (!here || !there) return here ?? there;
  return there.key === here.key || there.receivedAt >= here.receivedAt ? there : here;
}

/** Where a test stands, from what this device and the server know. */
export function standingOf(test: Test, sendings: readonly Sending[], draft: LocalDraft | undefined): Standing {
  if (draft?.rival) return 'RIVAL';
  const last = lastSending(sendings, test.id);
  if (last && !last.receipt) return last.refusal ? 'HELD' : 'WAITING';
  const receipt = receiptFor(test, sendings);
  if (test.state === 'SUBMITTED') return 'SENT';
  if (receipt?.outcome === 'HELD') return 'HELD';
  if (receipt?.outcome === 'REFUSED') return 'REFUSED';
  if (receipt) return 'SENT';
  if (test.state === 'WITHDRAWN') return 'WITHDRAWN';
  return draft?.content.beganAt || test.draft ? 'DRAFT' : 'TO_DO';
}

/** How many things this device has that the server does not: sendings, drafts, files, answers to questions. */
export const waitingIn = ({ sendings, drafts, exhibits, replies }: State): number => {
  const sent = new Set(sendings.filter(({ receipt }) => !receipt).map(({ assignmentId }) => assignmentId));
  const typed = Object.values(drafts).filter(({ dirty, assignmentId }) => dirty && !sent.has(assignmentId));
  const files = exhibits.filter((exhibit) => !exhibit.sent && !exhibit.refusal);
  const leaving = [...sendings.filter(({ receipt }) => !receipt), ...replies.filter(({ sent }) => !sent)];
  return leaving.filter(({ refusal }) => !refusal).length + typed.length + files.length;
};

/** The day it is on the clock of the device, as the server writes days. */
export const todayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Tests under the heading they belong to, in the order of the page. */
export function sorted(tests: readonly Test[], standing: (test: Test) => Standing, today: string) {
  const groups = { held: [], late: [], today: [], coming: [], done: [] } as Record<
    'held' | 'late' | 'today' | 'coming' | 'done',
    Test[]
  >;
  for (const test of tests) groups[placeOf(test, standing(test), today)].push(test);
  return groups;
}

function placeOf({ onDay }: Test, standing: Standing, today: string) {
  if (standing === 'HELD' || standing === 'RIVAL') return 'held';
  if (standing === 'SENT' || standing === 'WAITING' || standing === 'REFUSED' || standing === 'WITHDRAWN')
    return 'done';
  return onDay < today ? 'late' : onDay === today ? 'today' : 'coming';
}
