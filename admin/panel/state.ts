import type { Juror, Panel } from './panel.graphql.ts';

/** What the state of a panel follows from. */
interface Seats {
  readonly deliberating: boolean;
  readonly jurors: readonly Pick<Juror, 'office' | 'state'>[];
}

export const seatedIn = ({ jurors }: Pick<Panel, 'jurors'>) => jurors.filter(({ state }) => state === 'ACCEPTED');

/** Those whose answer is still to come, or whose link is out of date. */
export const waitedFor = ({ jurors }: Pick<Panel, 'jurors'>) =>
  jurors.filter(({ state }) => state === 'INVITED' || state === 'EXPIRED');

/** Whether somebody who votes may preside. */
const hasChair = (jurors: Seats['jurors']): boolean =>
  jurors.some(({ office, state }) => (office === 'CHAIR' || office === 'DEPUTY') && state === 'ACCEPTED');

/** Where a panel stands: someone is missing, everyone sits, or an item is before it. */
export function panelState({ deliberating, jurors }: Seats): 'FORMING' | 'SEATED' | 'DELIBERATING' {
  if (deliberating) return 'DELIBERATING';
  const waited = jurors.some(({ state }) => state === 'INVITED' || state === 'EXPIRED');
  return waited || !hasChair(jurors) ? 'FORMING' : 'SEATED';
}

/** What keeps a panel from meeting well, as keys of the dictionary; empty when nothing does. */
export function lacksOf({ jurors }: Pick<Seats, 'jurors'>): ('noChair' | 'noSecretary')[] {
  const held = jurors.filter(({ state }) => state !== 'LEFT' && state !== 'DECLINED');
  return [
    ...(held.some(({ office }) => office === 'CHAIR' || office === 'DEPUTY') ? [] : ['noChair' as const]),
    ...(held.some(({ office }) => office === 'SECRETARY') ? [] : ['noSecretary' as const]),
  ];
}
