import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { enrolGroups, enrolSelection } from './enrolling.service.ts';
import { EnrolmentInput } from './enrolment.input.ts';
import { EnrolGroup, StructureSelection } from './selection.ts';
import { withdrawEnrolments } from './state.service.ts';
import { MovedEnrolments } from './state.ts';

@Resolver()
export class EnrollingResolver {
  @Authorized(...STAFF)
  @Query(() => [EnrolGroup], {
    description: 'What would become of a selection of structures that is enrolled, or invited. Changes nothing.',
  })
  enrolPreview(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('selection', () => StructureSelection) selection: StructureSelection,
    @Arg('invite', () => Boolean, { description: 'Whether they would be invited: they then need an address.' })
    invite: boolean,
  ): Promise<EnrolGroup[]> {
    return enrolGroups(em, editionId, selection, invite);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, { description: 'Enrols those of a selection that can be, in one act. Answers how many were.' })
  enrolStructures(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('selection', () => StructureSelection) selection: StructureSelection,
    @Arg('expected', () => Int, { description: 'How many the preview said; SELECTION_MOVED when it is no longer so.' })
    expected: number,
    @Arg('input', () => EnrolmentInput) input: EnrolmentInput,
  ): Promise<number> {
    return enrolSelection(em, editionId, selection, expected, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => MovedEnrolments, {
    description:
      'Takes structures out of the edition, with a motive. What was recorded stays; one that was tested leaves scores, ranks, means and counts with the next computation.',
  })
  withdrawEnrolments(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('motive', () => Prose) motive: string,
  ): Promise<MovedEnrolments> {
    return withdrawEnrolments(em, ids, { by: me, at: now, motive });
  }
}
