import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { asked, oneOf, type Page, PageArgs, pageAmong, pageOf, pageType } from '../kernel/page.ts';
import { audiencesOf, seenChanges } from './audience.service.ts';
import { Audiences, Readership, SeenChange, StructureChange } from './audience.ts';
import { Dataset } from './dataset.ts';
import { rehearse } from './publication.service.ts';
import { Rehearsal } from './publication.ts';
import { structureChanges } from './structure.service.ts';

@ArgsType()
class DatasetsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

@ArgsType()
class StructureChangesArgs extends PageArgs {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;
}

@ArgsType()
class SeenChangesArgs extends PageArgs {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => Readership, { description: 'For whom.' })
  readership!: Readership;

  @Field(() => String, { nullable: true, description: 'Only those of this table.' })
  table?: string | null;
}

const SeenChangePage = pageType(SeenChange);
const DatasetPage = pageType(Dataset);
const StructureChangePage = pageType(StructureChange);

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
  @Query(() => Audiences, {
    description: 'What publishing an edition now would change for the public, partners, structures and the press.',
  })
  audiences(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Audiences> {
    return audiencesOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Query(() => SeenChangePage, {
    description: 'Each change that publishing an edition now would make, for some who read.',
  })
  async seenChanges(
    @Ctx() { em }: Context,
    @Args(() => SeenChangesArgs) args: SeenChangesArgs,
  ): Promise<Page<SeenChange>> {
    const { editionId, readership, table = null, q } = args;
    const words = (q ?? '').toLowerCase().split(/\s+/);
    const all = await seenChanges(em, editionId, readership, table);
    const found = all.filter(({ subject }) => words.every((word) => subject.toLowerCase().includes(word)));
    return pageAmong(em, found, args);
  }

  @Authorized(...STAFF)
  @Query(() => StructureChangePage, {
    description: 'What publishing an edition now would change for each structure, in its own space.',
  })
  async structureChanges(
    @Ctx() { em }: Context,
    @Args(() => StructureChangesArgs) args: StructureChangesArgs,
  ): Promise<Page<StructureChange>> {
    const words = (args.q ?? '').toLowerCase().split(/\s+/);
    const all = await structureChanges(em, args.editionId);
    return pageAmong(
      em,
      all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))),
      args,
    );
  }
}
