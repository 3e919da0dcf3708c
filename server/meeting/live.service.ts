import type { EntityManager } from '@mikro-orm/postgresql';

/** The channel on which PostgreSQL says that something happened in a meeting; what it carries is the meeting alone. */
export const CHANNEL = 'barometre_meeting';

/** Tells whoever watches a meeting that something happened; PostgreSQL lets it out when the transaction commits. */
export const tell = (em: EntityManager, meetingId: string): Promise<unknown> =>
  em.execute('select pg_notify(?, ?)', [CHANNEL, meetingId]);
