import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { LicenceInput } from './licence.input.ts';
import * as service from './licence.service.ts';
import { Licence, Usage } from './licence.ts';

@ArgsType()
class LicencesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const LicencePage = pageType(Licence);

@Resolver(() => Licence)
export class LicenceResolver {
  @Authorized(...STAFF)
  @Query(() => LicencePage, { description: 'What laureates may use, and until when, in the order of the table.' })
  licences(@Ctx() { em }: Context, @Args(() => LicencesArgs) args: LicencesArgs): Promise<Page<Licence>> {
    const where = [...asked({ edition: args.editionId }), matching(args.q, 'label', 'wording')];
    return pageOf(em, Licence, where, args, ['position', 'label', 'scope', 'fromOn', 'untilOn']);
  }

  @Authorized(...STAFF)
  @Query(() => Licence, { description: 'One licence.' })
  licence(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Licence> {
    return oneOf(em, Licence, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Licence, { description: 'Adds a logo or a wording that laureates may use; until publication.' })
  createLicence(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => LicenceInput) input: LicenceInput,
  ): Promise<Licence> {
    return service.createLicence(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Licence, { description: 'Corrects what laureates may use; until publication.' })
  updateLicence(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => LicenceInput) input: LicenceInput,
  ): Promise<Licence> {
    return service.updateLicence(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Takes back what laureates may use; until publication.' })
  removeLicence(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeLicence(em, id);
  }

  @Authorized(...STAFF, Role.PARTICIPANT)
  @Query(() => [Usage], {
    description:
      'What one laureate may write and show, and whether it may today. A structure reads its own, once published.',
  })
  usages(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('laureateId', () => ID) laureateId: string,
  ): Promise<Usage[]> {
    return service.usagesOf(em, me, laureateId, localDayOf(now.toISOString(), territoryOf(null)));
  }
}
