import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Dataset } from './dataset.ts';
import { publishEdition, rehearse } from './publication.service.ts';
import { Rehearsal } from './publication.ts';

@ArgsType()
class DatasetsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const DatasetPage = pageType(Dataset);

@Resolver(() => Dataset)
export class PublicationResolver {
  @Authorized(...STAFF)
  @Query(() => DatasetPage, { description: 'Published versions.' })
  datasets(@Ctx() { em }: Context, @Args(() => DatasetsArgs) args: DatasetsArgs): Promise<Page<Dataset>> {
    return pageOf(em, Dataset, asked({ edition: args.editionId }), args, ['publishedAt', 'name']);
  }

  @Authorized(...STAFF)
  @Query(() => Dataset, { description: 'One published version.' })
  dataset(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Dataset> {
    return oneOf(em, Dataset, id);
  }

  @Authorized(...STAFF)
  @Query(() => Rehearsal, { description: 'What publishing an edition now would make public. Changes nothing.' })
  rehearsal(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Rehearsal> {
    return rehearse(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => Dataset, {
    description: 'Publishes an edition as a new immutable version: exactly what was rehearsed.',
  })
  publishEdition(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('hash', () => String, { description: 'The hash of the rehearsal that was read.' }) hash: string,
  ): Promise<Dataset> {
    return publishEdition(em, me, now, editionId, hash);
  }
}
