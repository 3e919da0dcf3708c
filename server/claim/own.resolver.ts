import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Role } from '../kernel/actor.ts';
import { type Context, INVITED } from '../kernel/context.ts';
import { ProvisionalReading } from '../provisional/door.ts';
import { ClaimInput } from './claim.input.ts';
import { ownClaim, ownClaimsOf } from './own.service.ts';
import { OwnClaim } from './own.ts';
import { saveClaim, submitClaim, withdrawClaim } from './writing.service.ts';

const whose = { nullable: true, description: 'The structure in its edition: needed without a link.' } as const;

/** What a structure does with its provisional results: by its link, or signed in. */
@Resolver(() => ProvisionalReading)
export class OwnClaimResolver {
  @FieldResolver(() => [OwnClaim], { description: 'What it contested, drafts included.' })
  claims(@Root() { id }: ProvisionalReading, @Ctx() { em }: Context): Promise<OwnClaim[]> {
    return ownClaimsOf(em, id);
  }

  @Authorized(INVITED, Role.PARTICIPANT)
  @Mutation(() => OwnClaim, { description: 'Keeps a claim as it is written: a new one, or the draft that is named.' })
  async saveClaim(
    @Ctx() context: Context,
    @Arg('enrolmentId', () => ID, whose) enrolmentId: string | null,
    @Arg('id', () => ID, { nullable: true, description: 'The draft; null for a new one.' }) id: string | null,
    @Arg('version', () => Int, { nullable: true, description: 'Of the draft, as it was read.' }) version: number | null,
    @Arg('input', () => ClaimInput) input: ClaimInput,
  ): Promise<OwnClaim> {
    const { em, now } = context;
    const draft = id ? { id, version: version ?? 0 } : null;
    return ownClaim(em, await saveClaim(em, context, now, enrolmentId ?? null, draft, input));
  }

  @Authorized(INVITED, Role.PARTICIPANT)
  @Mutation(() => OwnClaim, { description: 'Submits a draft before the deadline, for good; acknowledged by mail.' })
  async submitClaim(
    @Ctx() context: Context,
    @Arg('enrolmentId', () => ID, whose) enrolmentId: string | null,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<OwnClaim> {
    const { em, now, postman, seal } = context;
    return ownClaim(em, await submitClaim(em, { postman, seal }, context, now, enrolmentId ?? null, { id, version }));
  }

  @Authorized(INVITED, Role.PARTICIPANT)
  @Mutation(() => Boolean, { description: 'Takes back a claim that is not decided; a draft goes.' })
  withdrawClaim(
    @Ctx() context: Context,
    @Arg('enrolmentId', () => ID, whose) enrolmentId: string | null,
    @Arg('id', () => ID) id: string,
  ): Promise<boolean> {
    return withdrawClaim(context.em, context, context.now, enrolmentId ?? null, id);
  }
}
