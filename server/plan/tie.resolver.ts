import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AuditorConflict } from '../auditor/auditor.ts';
import type { Context } from '../kernel/context.ts';
import { Assignment, AssignmentState } from './assignment.ts';

/** What a tie keeps an auditor from, as far as the plan knows. */
@Resolver(() => AuditorConflict)
export class AuditorTieResolver {
  @FieldResolver(() => Int, {
    description: 'How many tests of the structure the auditor has and did not send: they have to go to others.',
  })
  openTests(@Root() { auditor, structure }: AuditorConflict, @Ctx() { em }: Context): Promise<number> {
    const state = { $in: [AssignmentState.ASSIGNED, AssignmentState.UNDER_WAY] };
    return em.count(Assignment, { auditor, state, enrolment: { structure } });
  }
}
