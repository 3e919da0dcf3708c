import { BigIntType, type EventSubscriber, type TransactionEventArgs } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from './actor.ts';

/**
 * One change of one record. Triggers of the database write it for every noun, so that no path (a screen, an import,
 * a statement by hand) can forget to; nothing updates or deletes it.
 */
@ObjectType({ description: 'One change of one record: who, when, before, after.' })
@Entity({ tableName: 'change' })
@Index({ properties: ['noun', 'recordId'] })
export class Change {
  @Field(() => ID, { description: 'Grows with time.' })
  @PrimaryKey({ type: new BigIntType('string'), autoincrement: true })
  id!: string;

  @Field(() => Date, { description: 'When the transaction that made it began.' })
  @Property({ type: 'datetime', defaultRaw: 'now()' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'The account that did it; null for the system itself.' })
  @Property({ type: 'text', nullable: true })
  actorId!: string | null;

  @Field(() => String, { description: 'The table of the record, such as structure.' })
  @Property({ type: 'text' })
  noun!: string;

  @Field(() => ID, { description: 'The record.' })
  @Property({ type: 'text' })
  recordId!: string;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The fields that changed, as they were; null at creation.',
  })
  @Property({ type: 'json', nullable: true })
  before!: Record<string, unknown> | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The fields that changed, as they became; null at removal.',
  })
  @Property({ type: 'json', nullable: true })
  after!: Record<string, unknown> | null;
}

/** An entity manager whose every transaction says in whose name it writes; within a transaction, it stays in it. */
export const actingAs = (em: EntityManager, actor: Pick<Actor, 'id'> | null): EntityManager =>
  em.fork({ loggerContext: { actorId: actor?.id ?? null }, keepTransactionContext: true }) as EntityManager;

/** Tells the database, at the start of each transaction, who is writing: its triggers put the name in the history. */
export class HistorySubscriber implements EventSubscriber {
  async afterTransactionStart({ em, transaction }: TransactionEventArgs): Promise<void> {
    const actorId: unknown = em.getLoggerContext().actorId;
    if (typeof actorId === 'string')
      await em.getConnection().execute(`select set_config('barometre.actor', ?, true)`, [actorId], 'run', transaction);
  }
}
