import { CONTRACTS, LATEST_CONTRACT } from '../access/access.ts';
import { hashOf } from '../account/token.ts';
import type { Ledger } from '../database/ledger.ts';
import { isWithin, neighbourhoodOf } from '../kernel/address.rules.ts';
import { Refusal } from '../kernel/errors.ts';
import { PUBLIC, type Rights } from '../partner/rights.ts';

/** Who reads the published world: the holder of a token, or anyone, known by where they come from. */
export interface Visitor {
  /** Under what their allowance is counted. */
  readonly holder: string;
  /** The token that was shown; null for anyone. */
  readonly tokenId: string | null;
  /** The body that holds it, for those it may be told to; null for anyone. */
  readonly organisation: string | null;
  readonly rights: Rights;
  /** How many objects they may read in an hour. */
  readonly allowance: number;
  /** The contract they read. */
  readonly contract: string;
}

/** Objects an hour that anyone may read without a token: the palmarès some five hundred times. */
export const ANYONES_ALLOWANCE = 50_000;

/** Milliseconds during which what is known of a token is believed: the longest a revocation takes to reach a server. */
const BELIEVED = 2000;
/** Tokens kept in mind; more are looked up each time. */
const MOST_KNOWN = 5000;

interface Known {
  readonly id: string;
  readonly organisation: string;
  readonly scope: Rights;
  readonly addresses: string[];
  readonly allowance: number;
  readonly contract: string;
  readonly state: string;
  readonly expires_at: Date | null;
  readonly until: Date | null;
  readonly revoked_at: Date | null;
}

/** Recognises visitors. What it knows of a token it keeps for a moment, so that most requests ask PostgreSQL nothing. */
export function openDoor(ledger: Ledger, anyones: number) {
  const known = new Map<string, { readonly token: Known | null; readonly at: number }>();

  const lookUp = async (hash: string): Promise<Known | null> => {
    const kept = known.get(hash);
    if (kept && performance.now() - kept.at < BELIEVED) return kept.token;
    const [token = null] = await ledger.query<Known>('partner_token', LOOK_UP, [hash]);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(hash, { token, at: performance.now() });
    return token;
  };

  return {
    /** Who asks, from what they show and where they come from; or why they are not let in. */
    async recognise(authorization: string | undefined, address: string, now: Date): Promise<Visitor> {
      if (authorization === undefined) return anyone(address, anyones);
      const shown = /^Bearer +(\S{1,200})$/i.exec(authorization.trim())?.[1];
      const token = shown ? await lookUp(hashOf(shown)) : null;
      if (!token) throw new Refusal('TOKEN_UNKNOWN');
      if (token.revoked_at || token.state !== 'GRANTED') throw new Refusal('TOKEN_REVOKED');
      if ((token.until && token.until <= now) || (token.expires_at && token.expires_at <= now))
        throw new Refusal('TOKEN_EXPIRED');
      if (token.addresses.length > 0 && !isWithin(address, token.addresses)) throw new Refusal('TOKEN_ELSEWHERE');
      if (!(CONTRACTS as readonly string[]).includes(token.contract)) throw new Refusal('CONTRACT_OVER');
      const { id, organisation, scope, allowance, contract } = token;
      return { holder: `token:${id}`, tokenId: id, organisation, rights: scope, allowance, contract };
    },
  };
}

const anyone = (address: string, allowance: number): Visitor => ({
  ...{ holder: `from:${neighbourhoodOf(address)}`, tokenId: null, organisation: null, rights: PUBLIC },
  ...{ allowance, contract: LATEST_CONTRACT },
});

/** The last day of an access ends at midnight in Paris. */
const LOOK_UP = `select t.id, a.organisation, a.scope, a.addresses, a.allowance, a.contract, a.state, t.until, t.revoked_at,
    (a.expires_on + 1)::timestamp at time zone 'Europe/Paris' as expires_at
  from public.partner_token t join public.partner_access a on a.id = t.access_id where t.hash = $1`;
