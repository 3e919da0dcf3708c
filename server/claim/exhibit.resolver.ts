import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { accepted } from '../evidence/evidence.rules.ts';
import { Role } from '../kernel/actor.ts';
import { type Context, INVITED } from '../kernel/context.ts';
import { MOST_EXHIBITS } from './claim.rules.ts';
import { ClaimPoint } from './claim.ts';
import { EXHIBIT, removeExhibit } from './exhibit.service.ts';
import { exhibitsOf } from './looking.service.ts';
import { OwnClaimPoint } from './own.ts';
import { ExhibitRules, ShownExhibit } from './shown.ts';

const what = { description: 'The files it shows in support of it, the first first.' } as const;

/** What a structure shows in support of what it contests, as it sees it. */
@Resolver(() => OwnClaimPoint)
export class OwnExhibitResolver {
  @FieldResolver(() => [ShownExhibit], what)
  exhibits(@Root() { id }: OwnClaimPoint, @Ctx() context: Context): Promise<ShownExhibit[]> {
    return exhibitsOf(context, id);
  }

  @Authorized(INVITED, Role.PARTICIPANT)
  @Query(() => ExhibitRules, { description: 'What a structure may show in support of a claim.' })
  exhibitRules(@Ctx() { keeping }: Context): ExhibitRules {
    const days = keeping?.days[EXHIBIT] ?? 0;
    return { taken: days > 0, days, count: MOST_EXHIBITS, ...accepted[EXHIBIT] };
  }

  @Authorized(INVITED, Role.PARTICIPANT)
  @Mutation(() => Boolean, { description: 'Takes back a file of a draft.' })
  removeExhibit(
    @Ctx() { em, now, ...asking }: Context,
    @Arg('enrolmentId', () => ID, { nullable: true, description: 'Needed without a link.' }) enrolmentId: string | null,
    @Arg('id', () => ID) id: string,
  ): Promise<boolean> {
    return removeExhibit(em, { asking, now }, enrolmentId ?? null, id);
  }
}

/** The same, as those who answer structures see it. */
@Resolver(() => ClaimPoint)
export class ExhibitResolver {
  @FieldResolver(() => [ShownExhibit], what)
  exhibits(@Root() { id }: ClaimPoint, @Ctx() context: Context): Promise<ShownExhibit[]> {
    return exhibitsOf(context, id);
  }
}
