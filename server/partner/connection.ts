import { Field, Int, ObjectType } from 'type-graphql';
import { PublishedEdition } from './partner.types.ts';

@ObjectType({ description: 'Where a page of a connection stops.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to read on; null for an empty page.' })
  endCursor!: string | null;
}

@ObjectType({ description: 'An edition with its cursor.', simpleResolvers: true })
export class EditionEdge {
  @Field(() => String, { description: 'Where this edition stands in the list.' })
  cursor!: string;

  @Field(() => PublishedEdition, { description: 'The edition.' })
  node!: PublishedEdition;
}

@ObjectType({ description: 'Published editions, the latest first.', simpleResolvers: true })
export class EditionConnection {
  @Field(() => [PublishedEdition], { description: 'The editions of this page.' })
  nodes!: PublishedEdition[];

  @Field(() => [EditionEdge], { description: 'The same, each with its cursor.' })
  edges!: EditionEdge[];

  @Field(() => PageInfo, { description: 'Where the page stops.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many editions are published.' })
  totalCount!: number;
}
