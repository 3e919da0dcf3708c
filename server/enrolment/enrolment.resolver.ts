import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { EnrolmentInput } from './enrolment.input.ts';
import { visibleEnrolments } from './enrolment.policy.ts';
import * as service from './enrolment.service.ts';
import { Enrolment, EnrolmentState, PanelOrigin, Tier } from './enrolment.ts';

@ArgsType()
class EnrolmentsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those in this edition.' })
  editionId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those in this category.' })
  categoryId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this structure.' })
  structureId?: string;

  @Field(() => Tier, { nullable: true, description: 'Only those of this tier.' })
  tier?: Tier;

  @Field(() => Boolean, { nullable: true, description: 'Only those with, or without, the option of reception.' })
  reception?: boolean;

  @Field(() => PanelOrigin, { nullable: true, description: 'Only those that came this way.' })
  origin?: PanelOrigin;

  @Field(() => EnrolmentState, { nullable: true, description: 'Only those that stand there.' })
  state?: EnrolmentState;

  @Field(() => String, { nullable: true, description: 'Only those of this stratum, such as COMMUNE.20000.' })
  stratum?: string;
}

const EnrolmentPage = pageType(Enrolment);

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @Authorized(...STAFF, Role.CONTROLLER, Role.PARTICIPANT)
  @Query(() => EnrolmentPage, { description: 'Enrolments; a participant reads its own.' })
  enrolments(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => EnrolmentsArgs) args: EnrolmentsArgs,
  ): Promise<Page<Enrolment>> {
    const { editionId: edition, categoryId: category, structureId: structure, tier, reception, origin, q } = args;
    const { state, stratum } = args;
    const where = [
      visibleEnrolments(me),
      ...asked({ edition, category, structure, tier, reception, origin, state, stratum }),
      matching(q, 'structure.name', 'structure.reference'),
    ];
    return pageOf(em, Enrolment, where, args, [
      'structure.name',
      'category.position',
      'population',
      'tier',
      'state',
      'stateAt',
      'edition.year',
      'createdAt',
    ]);
  }

  @Authorized(...STAFF, Role.CONTROLLER, Role.PARTICIPANT)
  @Query(() => Enrolment, { description: 'One enrolment.' })
  enrolment(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Enrolment> {
    return oneOf(em, Enrolment, id, visibleEnrolments(me));
  }

  @Authorized(...STAFF)
  @Mutation(() => Enrolment, { description: 'Enrols a structure; the rules of the edition decide its category.' })
  enrolStructure(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('structureId', () => ID) structureId: string,
    @Arg('input', () => EnrolmentInput) input: EnrolmentInput,
  ): Promise<Enrolment> {
    return service.enrolStructure(em, editionId, structureId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Enrolment, { description: 'Corrects an enrolment.' })
  updateEnrolment(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => EnrolmentInput) input: EnrolmentInput,
  ): Promise<Enrolment> {
    return service.updateEnrolment(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Withdraws a structure that was not tested yet.' })
  removeEnrolment(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeEnrolment(em, id);
  }
}
