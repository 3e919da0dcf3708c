import type { EntityManager } from '@mikro-orm/postgresql';
import { createParameterDecorator } from 'type-graphql';
import type { Actor } from './actor.ts';
import { Refusal } from './errors.ts';
import type { Jobs } from './jobs.ts';
import type { Keeping } from './keeping.ts';
import type { Postman } from './postman.ts';
import type { Seal } from './seal.ts';

/** Someone who is asked nothing but to hold a personal link: what a browser sends of it. */
export interface Invited {
  /** The secret of the link. */
  readonly token: string;
  /** What this browser was given when it proved itself; null before. */
  readonly key: string | null;
}

/** Opens an operation to whoever holds a personal link, and to nobody else: `@Authorized(INVITED)`. */
export const INVITED = 'INVITED';

/** All that an operation of the back office knows of the world. */
export interface Context {
  readonly em: EntityManager;
  readonly actor: Actor | null;
  /** The personal link that was sent along; null without. Whether it is worth anything is decided by its room. */
  readonly invited?: Invited | null;
  /** The instant of the request: nothing below the entrance reads a clock. */
  readonly now: Date;
  /** The network address the request came from. */
  readonly address: string;
  readonly postman: Postman;
  readonly seal: Seal;
  readonly jobs: Jobs;
  /** How evidence is kept; null where none is taken. */
  readonly keeping?: Keeping | null;
  /** Whether the request speaks of a rehearsal: one is played, or none is. Absent for the house itself. */
  readonly stage?: 'LIT' | 'DARK';
  /** What this request has committed, so that it can be undone: see `actingAs`. */
  readonly acts: readonly string[];
}

/** The personal link. `@Authorized(INVITED)` has found one before this is read. */
export const Guest = () =>
  createParameterDecorator<Context>(({ context }) => {
    if (!context.invited) throw new Refusal('UNAUTHENTICATED');
    return context.invited;
  });

/** The signed-in person. `@Authorized` has let them in before this is read. */
export const Me = () =>
  createParameterDecorator<Context>(({ context }) => {
    if (!context.actor) throw new Refusal('UNAUTHENTICATED');
    return context.actor;
  });
