import type { Candidate, Item, Meeting } from './meeting.graphql.ts';

/** The item before the panel: open, or counted and not recorded yet. */
export const itemBefore = ({ items }: Meeting): Item | null =>
  items.find(({ state }) => state === 'OPEN' || state === 'COUNTED') ?? null;

/** The item whose turn comes next. */
export const nextItem = ({ items }: Meeting): Item | null => items.find(({ state }) => state === 'PENDING') ?? null;

/** The item decided last. */
export const lastDecided = ({ items }: Meeting): Item | null =>
  [...items].reverse().find(({ state }) => state === 'DECIDED') ?? null;

/** Awards of the agenda, whatever the number of ballots held on each. */
export const awardCount = ({ items }: Meeting): number => new Set(items.map(({ mandateId }) => mandateId)).size;

/** Whether one keeps the meeting: opens and closes it, and marks who is there. */
export const keepsMeeting = ({ me }: Meeting): boolean => me !== null && me.office !== 'MEMBER';

/** Those one may still vote for. */
export const standing = ({ candidates }: Pick<Item, 'candidates'>): readonly Candidate[] =>
  candidates?.filter(({ withdrawn }) => !withdrawn) ?? [];

/** What one is expected to do at an item. */
export type Duty =
  | 'UNCHECKED'
  | 'LEAVE_NEXT'
  | 'RECUSED'
  | 'BACK'
  | 'WAIT_OPEN'
  | 'COME_IN'
  | 'LISTEN'
  | 'VOTE'
  | 'VOTED'
  | 'KEEP'
  | 'COUNTED'
  | 'WATCH'
  | 'DECIDED'
  | 'CONTINUED'
  | 'VOID';

/** What whoever looks at an item is to do now; one thing at a time. */
export function dutyOf({ me, tiesChecked }: Pick<Meeting, 'me' | 'tiesChecked'>, item: Item): Duty {
  if (item.recused) return dutyOutside(item, tiesChecked !== false);
  if (item.state === 'PENDING') return 'WAIT_OPEN';
  if (item.state !== 'OPEN') return item.state;
  if (!me) return 'WATCH';
  if (me.office === 'SECRETARY') return 'KEEP';
  if (item.seats?.find(({ id }) => id === me.id)?.state !== 'PRESENT') return 'COME_IN';
  if (!item.paper) return 'LISTEN';
  return item.voted ? 'VOTED' : 'VOTE';
}

/** What whoever takes no part in an item is to do: of it they are told its turn, and nothing else. */
function dutyOutside({ state }: Item, checked: boolean): Duty {
  if (state === 'DECIDED') return 'BACK';
  if (!checked) return 'UNCHECKED';
  return state === 'PENDING' ? 'LEAVE_NEXT' : 'RECUSED';
}
