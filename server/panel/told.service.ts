import type { EntityManager } from '@mikro-orm/postgresql';

/** The channel on which PostgreSQL says that something happened in a meeting; what it carries is the meeting alone. */
export const CHANNEL = 'barometre_meeting';

/** Tells whoever watches the meetings of a panel that are open that something of its jurors changed, once it is kept. */
export const tellPanel = (em: EntityManager, panelId: string): Promise<unknown> =>
  em.execute(
    `select pg_notify(?, id::text) from meeting where panel_id = ? and opened_at is not null and closed_at is null`,
    [CHANNEL, panelId],
  );
