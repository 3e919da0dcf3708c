import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Order } from '../kernel/page.ts';
import { Stored } from '../kernel/stored.ts';

/** What a person wants to see of a list again: how it is filtered and sorted, and its columns. */
@ObjectType({ description: 'A list as someone wants to see it again: its filters, its sort, its columns.' })
@Entity()
@Index({ properties: ['resource', 'shared'] })
@Unique({ name: 'saved_view_once', properties: ['ownerId', 'resource', 'label'] })
export class SavedView extends Stored {
  @Field(() => ID, { description: 'The account whose view it is.' })
  @Property({ type: 'text' })
  ownerId!: string;

  @Field(() => String, { description: 'The list it is a view of, such as structure.' })
  @Property({ type: 'text' })
  resource!: string;

  @Field(() => String, { description: 'Its name, written on its tab; once per person and list.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => GraphQLJSONObject, { description: 'The filters, as variables of the list: {"kind": "COMMUNE"}.' })
  @Property({ type: 'json' })
  filter: Opt<Record<string, unknown>> = {};

  @Field(() => String, { nullable: true, description: 'The field it is sorted by; null for the sort of the list.' })
  @Property({ type: 'text', nullable: true })
  sort: string | null = null;

  @Field(() => Order, { description: 'Direction of the sort.' })
  @Enum({ items: () => Order })
  order: Opt<Order> = Order.ASC;

  @Field(() => [String], { description: 'The columns shown, in their order; none for those of the list.' })
  @Property({ type: 'array' })
  columns: Opt<string[]> = [];

  @Field(() => Int, {
    nullable: true,
    description: 'The year of the only edition its filters make sense in; null for any.',
  })
  @Property({ type: 'smallint', nullable: true })
  year: number | null = null;

  @Field(() => Boolean, { description: 'Whether the whole team sees it, and not its owner alone.' })
  @Property({ type: 'boolean' })
  shared: Opt<boolean> = false;
}
