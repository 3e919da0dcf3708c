import type { EntityManager } from '@mikro-orm/postgresql';
import { heldByClaims } from './claim/exhibit.service.ts';
import { remindBeforeDeadline } from './claim/reminder.service.ts';
import { careForEvidence } from './evidence/purge.service.ts';
import type { Clock } from './kernel/clock.ts';
import { actingAs } from './kernel/history.ts';
import type { Keeping } from './kernel/keeping.ts';
import type { Postman } from './kernel/postman.ts';
import type { Seal } from './kernel/seal.ts';
import { followCalendar } from './phase/calendar.service.ts';
import { releaseDue } from './release/due.service.ts';
import { keepWatch, type Watch } from './watch.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface CalendarOptions {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly complain: (...what: readonly unknown[]) => void;
  /** How often it looks, in milliseconds. */
  readonly every?: number;
}

/**
 * Lets the dates of editions move them, looking each minute. Several servers on one database do no harm, since the row
 * of each edition arbitrates.
 */
export const keepCalendar = ({ em, clock, complain, every = MINUTE }: CalendarOptions): Watch =>
  keepWatch({
    look: () => followCalendar(actingAs(em, null), clock()),
    complain: (error) => complain('The calendar of editions could not be followed:', error),
    every,
  });

/** Reminds structures, a week before the deadline of the contradictory phase; the rows of what was sent arbitrate. */
export const keepHearings = ({
  em,
  clock,
  postman,
  seal,
  complain,
  every = MINUTE,
}: CalendarOptions & { readonly postman: Postman; readonly seal: Seal }): Watch =>
  keepWatch({
    look: () => remindBeforeDeadline(actingAs(em, null), { postman, seal }, clock()),
    complain: (error) => complain('Structures could not be reminded of their deadline:', error),
    every,
  });

/** Lets approved releases out at their instant, looking each second: the row of their edition arbitrates as well. */
export const keepReleases = ({
  em,
  clock,
  seal,
  complain,
  every = SECOND,
}: CalendarOptions & { readonly seal: Seal }): Watch =>
  keepWatch({
    look: () => releaseDue(actingAs(em, null), clock(), seal),
    complain: (error) => complain('A release that is due could not be made:', error),
    every,
  });

/** Destroys the evidence whose time is over, but for what an open claim rests on, and asks again about what waits for the virus scanner, each minute. */
export const keepEvidence = ({
  em,
  clock,
  keeping,
  complain,
  every = MINUTE,
}: CalendarOptions & { readonly keeping: Keeping }): Watch =>
  keepWatch({
    look: async () => {
      const own = actingAs(em, null);
      const told = await careForEvidence(own, keeping, clock(), await heldByClaims(own));
      const kinds = Object.entries(told.purged).map(([kind, count]) => `${count} ${kind}`);
      if (kinds.length > 0) complain(`Evidence whose time was over was destroyed: ${kinds.join(', ')}.`);
      if (told.infected > 0)
        complain(`Evidence in which the virus scanner found something was destroyed: ${told.infected}.`);
    },
    complain: (error) => complain('Evidence could not be looked after:', error),
    every,
  });
