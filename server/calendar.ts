import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from './kernel/clock.ts';
import { actingAs } from './kernel/history.ts';
import { followCalendar } from './phase/calendar.service.ts';

const MINUTE = 60_000;

interface CalendarOptions {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly complain: (...what: readonly unknown[]) => void;
  /** How often it looks, in milliseconds. */
  readonly every?: number;
}

/**
 * Lets the dates of editions move them: looks at once, then each minute, one look at a time. A start after days of
 * absence catches up; several servers on one database do no harm, since the row of each edition arbitrates.
 */
export function keepCalendar({ em, clock, complain, every = MINUTE }: CalendarOptions): { stop(): Promise<void> } {
  let looking: Promise<unknown> | null = null;
  const look = () => {
    looking ??= followCalendar(actingAs(em, null), clock())
      .catch((error: unknown) => complain('The calendar of editions could not be followed:', error))
      .finally(() => {
        looking = null;
      });
  };
  look();
  const timer = setInterval(look, every).unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
