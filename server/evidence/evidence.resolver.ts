import { Args, ArgsType, Authorized, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { EvidenceKind } from '../kernel/kinds.ts';
import { asked, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { visibleEvidence } from './evidence.policy.ts';
import { accepted } from './evidence.rules.ts';
import { Evidence, EvidenceState } from './evidence.ts';

@ArgsType()
class EvidencesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only that of this planned test.' })
  assignmentId?: string;

  @Field(() => EvidenceState, { nullable: true, description: 'Only that in this state.' })
  state?: EvidenceState;
}

const EvidencePage = pageType(Evidence);

@ObjectType({ description: 'What may be sent as one kind of evidence.' })
class EvidenceRule {
  @Field(() => EvidenceKind, { description: 'The kind.' })
  kind!: EvidenceKind;

  @Field(() => [String], { description: 'What its content may be.' })
  types!: readonly string[];

  @Field(() => Int, { description: 'The most bytes, as sent.' })
  most!: number;

  @Field(() => Int, { description: 'How many days it is kept.' })
  days!: number;
}

@ObjectType({ description: 'How evidence is kept in this installation.' })
class EvidenceRules {
  @Field(() => Boolean, { description: 'Whether a virus scanner sees each file before anyone does.' })
  scanned!: boolean;

  @Field(() => [EvidenceRule], { description: 'The kinds that are taken.' })
  kinds!: EvidenceRule[];
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Authorized(...STAFF, Role.CONTROLLER, Role.AUDITOR)
  @Query(() => EvidencePage, {
    description: 'The evidence of tests: all for those who control, their own for auditors.',
  })
  evidences(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => EvidencesArgs) args: EvidencesArgs,
  ): Promise<Page<Evidence>> {
    const { assignmentId: assignment, state } = args;
    return pageOf(em, Evidence, [visibleEvidence(me), ...asked({ assignment, state })], args, ['createdAt', 'purgeOn']);
  }

  @Authorized(...STAFF, Role.CONTROLLER, Role.AUDITOR)
  @Query(() => EvidenceRules, { description: 'What may be sent as evidence, and how long it is kept.' })
  evidenceRules(@Ctx() { keeping }: Context): EvidenceRules {
    const kinds = Object.values(EvidenceKind).map((kind) => ({
      ...{ kind, days: keeping?.days[kind] ?? 0, types: accepted[kind].types, most: accepted[kind].most },
    }));
    return { scanned: keeping?.scanner != null, kinds: kinds.filter(({ days }) => days > 0) };
  }
}
