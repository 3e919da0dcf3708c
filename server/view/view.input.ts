import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { Order } from '../kernel/page.ts';
import { Title, Year } from '../kernel/scalars.ts';

@InputType({ description: 'How a list is to be seen again. What is left out stays as it is.' })
export class ViewInput {
  @Field(() => Title, { description: 'Its name, written on its tab; once per person and list.' })
  label!: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'The filters, as variables of the list.' })
  filter?: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'The field it is sorted by; null for the sort of the list.' })
  sort?: string | null;

  @Field(() => Order, { nullable: true, description: 'Direction of the sort.' })
  order?: Order;

  @Field(() => [String], {
    nullable: true,
    description: 'The columns shown, in their order; none for those of the list.',
  })
  columns?: string[];

  @Field(() => Year, {
    nullable: true,
    description: 'The year of the only edition its filters make sense in; null for any.',
  })
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the whole team sees it: only staff share.' })
  shared?: boolean;
}
