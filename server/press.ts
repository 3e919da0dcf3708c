import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ledger } from './database/ledger.ts';
import { Edition } from './edition/edition.ts';
import { recordEmbargoedRead } from './embargo/access.service.ts';
import { EarlyMeans } from './embargo/access.ts';
import type { Gate } from './gate.ts';
import type { Reader } from './partner/answering.ts';
import type { Served } from './published.ts';

interface Press {
  readonly gate: Gate;
  readonly em: EntityManager;
  /** What everyone reads. */
  readonly reader: Reader;
  /** What the press reads beside it, before it is out; null where nobody does. */
  readonly press: Reader | null;
}

/**
 * Which connection serves a request. Whoever was let into the press set of an edition reads what waits under embargo
 * beside what is published, and each reading is in the register before anything is told; nothing of it is kept in
 * memory. Should something else wait that they were not let into, they read what everyone reads: the connection of the
 * press sees all that waits.
 */
export const openPress =
  ({ gate, em, reader, press }: Press) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<Served> => {
    const { visitor, costOnly, now } = gate.askingOf(request);
    const { embargo } = visitor.rights;
    const everyone = { reader, rights: '', kept: true };
    if (embargo.length === 0 || !press || costOnly) return everyone;
    const waiting = await waitingIn(gate.ledger);
    if (waiting.length === 0 || waiting.some(({ year }) => !embargo.includes(year))) return everyone;
    const own = em.fork() as EntityManager;
    for (const { year, version } of waiting) {
      const edition = await own.findOneOrFail(Edition, { year });
      const who = { reader: visitor.organisation ?? '', means: EarlyMeans.API, address: request.ip };
      recordEmbargoedRead(own, { ...who, edition, access: null, subject: version, at: now });
    }
    await own.flush();
    const versions = waiting.map(({ version }) => version).join(' ');
    reply.headers({ 'barometre-embargo': versions, 'cache-control': 'private, no-store' });
    return { reader: press, rights: 'press', kept: false };
  };

interface Waiting {
  readonly year: number;
  readonly version: string;
}

const waitingIn = (ledger: Ledger): Promise<Waiting[]> =>
  ledger.query<Waiting>('embargoed_versions', 'select year, version from embargoed.dataset order by version', []);
