import { BigIntType, type EventSubscriber, type Opt, type TransactionEventArgs } from '@mikro-orm/core';
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
@Index({
  name: 'change_removed',
  expression: 'create index "change_removed" on "change" ("noun", "id") where after is null',
})
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

  @Field(() => ID, {
    nullable: true,
    description: 'The act it was part of: what one transaction did has one act, and is undone as a whole.',
  })
  @Property({
    type: new BigIntType('string'),
    nullable: true,
    index: true,
    defaultRaw: '((pg_current_xact_id())::text)::bigint',
  })
  act!: Opt<string> | null;
}

/**
 * An entity manager whose every transaction says in whose name it writes; within a transaction, it stays in it. The
 * acts it commits are collected in `acts`: the entrance answers those of a request in `extensions.acts`.
 */
export const actingAs = (em: EntityManager, actor: Pick<Actor, 'id'> | null, acts: string[] = []): EntityManager =>
  em.fork({ loggerContext: { actorId: actor?.id ?? null, acts }, keepTransactionContext: true }) as EntityManager;

/** The act of the transaction under way: what is written in it is undone by it. */
export async function actOf(em: EntityManager): Promise<string> {
  const [row] = await em.execute<{ act: string }[]>('select pg_current_xact_id()::text as act');
  return row?.act ?? '';
}

/** Tells the database, at the start of each transaction, who is writing: its triggers put the name in the history. */
export class HistorySubscriber implements EventSubscriber {
  async beforeTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const { acts } = em.getLoggerContext();
    if (!Array.isArray(acts)) return;
    const [row] = await em
      .getConnection()
      .execute<{ act: string | null }[]>(
        'select pg_current_xact_id_if_assigned()::text as act',
        [],
        'all',
        transaction,
      );
    if (row?.act) acts.push(row.act);
  }

  /** A connection lost at this very moment would never be given back: no transaction has begun as far as others know. */
  async afterTransactionStart({ em, transaction }: TransactionEventArgs): Promise<void> {
    const actorId: unknown = em.getLoggerContext().actorId;
    if (typeof actorId !== 'string') return;
    try {
      await em.getConnection().execute(`select set_config('barometre.actor', ?, true)`, [actorId], 'run', transaction);
    } catch (error) {
      await transaction?.rollback().execute();
      throw error;
    }
  }
}
