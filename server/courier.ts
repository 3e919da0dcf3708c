import type { EntityManager } from '@mikro-orm/postgresql';
import { type Courier, deliverDue, spreadEvents } from './delivery/courier.service.ts';
import type { Clock } from './kernel/clock.ts';
import { keepWatch, type Watch } from './watch.ts';

/** Milliseconds between two looks at what is to be delivered. */
const EVERY = 3000;

interface CourierOptions extends Courier {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly complain: (...what: readonly unknown[]) => void;
}

/**
 * Tells partners what became public, looking every few seconds. Several servers on one database share the work; one that
 * stops half-way leaves it to the others, or to its own next start.
 */
export const keepDelivering = ({ em, clock, complain, ...courier }: CourierOptions): Watch =>
  keepWatch({
    async look() {
      const own = em.fork() as EntityManager;
      await spreadEvents(own, clock());
      while ((await deliverDue(own, courier, clock())) > 0);
    },
    complain: (error) => complain('Partners could not be told:', error),
    every: EVERY,
  });
