import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';
import type { Seal } from '../kernel/seal.ts';
import { addressOf, type Counter, OPEN_FOR, passOf } from './address.rules.ts';

/** Which file, at which counter. */
export interface Wanted {
  readonly counter: Counter;
  readonly id: string;
}

/** Who asks, when, and what signs. */
export interface Signing {
  readonly actor: Actor;
  readonly now: Date;
  readonly seal: Seal;
}

/** What an address says after its question mark. */
export interface Pass {
  readonly until?: string;
  readonly signature?: string;
}

/** The address at which one account reads a file, for ten minutes. */
export function signedAddress({ counter, id }: Wanted, { actor, now, seal }: Signing): string {
  const until = now.getTime() + OPEN_FOR;
  return addressOf(counter, id, until, seal.stamp(passOf(counter, id, actor.id, until)));
}

/** Whether an address was signed for the very account that asks, and is not over. */
export function isSigned({ counter, id }: Wanted, { actor, now, seal }: Signing, pass: Pass): boolean {
  const { until = '', signature = '' } = pass;
  const right = Buffer.from(seal.stamp(passOf(counter, id, actor.id, Number(until))));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right) && Number(until) >= now.getTime();
}
