import type { EntityManager } from '@mikro-orm/postgresql';
import { createParameterDecorator } from 'type-graphql';
import type { Actor } from './actor.ts';
import { Refusal } from './errors.ts';
import type { Postman } from './postman.ts';
import type { Seal } from './seal.ts';

/** All that an operation of the back office knows of the world. */
export interface Context {
  readonly em: EntityManager;
  readonly actor: Actor | null;
  /** The instant of the request: nothing below the entrance reads a clock. */
  readonly now: Date;
  readonly postman: Postman;
  readonly seal: Seal;
}

/** The signed-in person. `@Authorized` has let them in before this is read. */
export const Me = () =>
  createParameterDecorator<Context>(({ context }) => {
    if (!context.actor) throw new Refusal('UNAUTHENTICATED');
    return context.actor;
  });
