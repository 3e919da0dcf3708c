import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Refusal } from '../kernel/errors.ts';
import { Year } from '../kernel/scalars.ts';
import { EditionConnection } from './connection.ts';
import { PublishedEdition } from './partner.types.ts';
import { editionIn, editionsIn, type Reader } from './reading.ts';

/** All that an operation of the published world knows: a connection that can read nothing else. */
export interface PartnerContext {
  readonly reader: Reader;
}

@Resolver()
export class PartnerResolver {
  @Query(() => PublishedEdition, {
    nullable: true,
    description: 'One edition, in its latest version or a pinned one; null when nothing was published under that year.',
  })
  edition(
    @Ctx() { reader }: PartnerContext,
    @Arg('year', () => Year, { description: 'Example: 2022.' }) year: number,
    @Arg('version', () => String, {
      nullable: true,
      description: 'A dataset version such as 2022.1; the latest by default.',
    })
    version: string | null,
  ): Promise<PublishedEdition | null> {
    return editionIn(reader, year, version ?? null);
  }

  @Query(() => EditionConnection, {
    description: 'All published editions in their latest version, the latest year first.',
  })
  editions(
    @Ctx() { reader }: PartnerContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after:
      | string
      | null,
  ): Promise<EditionConnection> {
    if (first < 1 || first > 100) throw new Refusal('PAGE_SIZE');
    return editionsIn(reader, first, after ?? null);
  }
}
