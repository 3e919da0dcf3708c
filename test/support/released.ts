import { releaseDue } from '../../server/release/due.service.ts';
import type { BackOffice } from './back-office.ts';
import { type makeEdition, verbs } from './edition.ts';

type Made = Awaited<ReturnType<typeof makeEdition>>;

/** A release as staff read it. */
export interface SeenRelease {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly dueIn: number | null;
  readonly haltCode: string | null;
  readonly stopReason: string | null;
  readonly own: boolean;
  readonly dataset: { readonly name: string } | null;
}

/** What staff do to release an edition: the manager asks, the administrator approves. */
export function releasesOf({ ask, em, seal, time }: BackOffice, { id: editionId, rehearse }: Made) {
  const request = async (dueAt: string | null, more: object = {}) => {
    const input = { hash: (await rehearse()).hash, dueAt, ...more };
    return ask<{ requestRelease: SeenRelease }>('MANAGER', verbs.request, { id: editionId, input });
  };
  const approve = async (id: string, by: 'ADMINISTRATOR' | 'MANAGER' = 'ADMINISTRATOR') =>
    ask<{ approveRelease: SeenRelease }>(by, verbs.approve, { id, hash: (await rehearse()).hash });
  return {
    request,
    approve,
    stop: (id: string) => ask('MANAGER', verbs.stop, { id, reason: 'Une coquille dans un nom.' }),
    /** Asked for and approved: it waits for its instant. */
    async scheduled(dueAt: string, more: object = {}): Promise<string> {
      const asked = await request(dueAt, more);
      if (asked.refusals.length > 0)
        throw new Error(`Not asked for: ${asked.refusals} ${JSON.stringify(asked.details)}`);
      const { id } = asked.data.requestRelease;
      const { refusals } = await approve(id);
      if (refusals.length > 0) throw new Error(`Not approved: ${refusals}`);
      return id;
    },
    async read(id: string): Promise<SeenRelease> {
      const query = `query ($id: ID!) { release(id: $id) { id name state dueAt dueIn haltCode stopReason own dataset { name } } }`;
      return (await ask<{ release: SeenRelease }>('MANAGER', query, { id })).data.release;
    },
    /** What the server does each second. */
    tick: () => releaseDue(em.fork() as never, time.now, seal),
  };
}
