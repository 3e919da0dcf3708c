import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Audit, AuditState, Measurement } from '../audit/audit.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { type Page, PageArgs, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { correctAudit } from './correction.service.ts';
import { CorrectionMotive } from './correction.ts';
import { type Decided, decideAudits, moveAudit } from './decide.service.ts';
import { correctionEffect } from './effect.service.ts';
import { CorrectionEffect } from './effect.ts';
import { FindingInput } from './found.ts';
import { blindTo, controlLines, controlSheet, toldSuspicions } from './sheet.service.ts';
import { ControlLine, ControlSheet, ControlView } from './sheet.ts';
import { suspicionsIn } from './suspicion.service.ts';
import { Suspicion } from './suspicion.ts';

@ArgsType()
class ControlArgs extends PageArgs {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => ControlView, { description: 'What is looked for.' })
  view!: ControlView;

  @Field(() => ChannelCode, { nullable: true, description: 'Only tests on this channel.' })
  channel?: ChannelCode;
}

const ControlLinePage = pageType(ControlLine);

@ObjectType({ description: 'One test that stayed where it was, and why.' })
class HeldBackAudit {
  @Field(() => ID, { description: 'The test.' })
  id!: string;

  @Field(() => String, { description: 'Its number.' })
  reference!: string;

  @Field(() => String, { description: 'The code of what stands in the way.' })
  reason!: string;
}

@ObjectType({ description: 'What deciding on several tests came to.' })
class DecidedAudits {
  @Field(() => Int, { description: 'How many moved.' })
  changed!: number;

  @Field(() => [HeldBackAudit], { description: 'Those that stayed where they were, one by one.' })
  held!: HeldBackAudit[];
}

@Resolver(() => Audit)
export class ControlResolver {
  @FieldResolver(() => [Measurement], {
    description: 'What was found, criterion by criterion; nothing for whoever is reading the test a second time.',
  })
  async measurements(@Root() audit: Audit, @Ctx() { em }: Context, @Me() me: Actor): Promise<Measurement[]> {
    return (await blindTo(em, me)).has(audit.id) ? [] : audit.measurements.loadItems();
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => ControlLinePage, { description: 'The tests of an edition, as those who control look for them.' })
  controlLines(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => ControlArgs) { editionId, view, channel = undefined, ...args }: ControlArgs,
  ): Promise<Page<ControlLine>> {
    return controlLines(em, me, { editionId, view, channel: channel ?? null }, args);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => ControlSheet, { description: 'All that one needs to check a test.' })
  controlSheet(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<ControlSheet> {
    return controlSheet(em, me, id);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => [Suspicion], { description: 'All that a person should look at in an edition. It accuses nobody.' })
  async suspicions(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Suspicion[]> {
    return toldSuspicions(em, await suspicionsIn(em, editionId));
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => CorrectionEffect, {
    description:
      'What correcting a test would do to the score and the rank of its structure. Reading it changes nothing.',
  })
  correctionEffect(
    @Ctx() { em, now }: Context,
    @Me() actor: Actor,
    @Arg('auditId', () => ID) auditId: string,
    @Arg('version', () => Int) version: number,
    @Arg('findings', () => [FindingInput]) findings: FindingInput[],
  ): Promise<CorrectionEffect> {
    return correctionEffect(em, { actor, now }, { auditId, version, findings });
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => DecidedAudits, {
    description:
      'Moves tests for one reason; without ids, all those of the edition that wait for a decision. What cannot move ' +
      'stays and is told: a question that is not closed keeps its test from being validated, and nobody validates ' +
      'what they made or were the last to correct.',
  })
  decideAudits(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('ids', () => [ID], { nullable: true }) ids: string[] | null,
    @Arg('state', () => AuditState) state: AuditState,
    @Arg('reason', () => Prose, { nullable: true, description: 'Needed where tests do not count.' }) reason:
      | string
      | null,
  ): Promise<Decided> {
    return decideAudits(em, me, now, editionId, { ids: ids ?? null, state, reason: reason ?? null });
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => Audit, { description: 'Moves one test as it was read; refused as STALE with what was done since.' })
  moveAudit(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('state', () => AuditState) state: AuditState,
    @Arg('reason', () => Prose, { nullable: true }) reason: string | null,
  ): Promise<Audit> {
    return moveAudit(em, me, now, id, { version, state, reason: reason ?? null });
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => Audit, { description: 'Corrects what a test found; what it said is kept beside what it says.' })
  correctAudit(
    @Ctx() { em, now }: Context,
    @Me() actor: Actor,
    @Arg('auditId', () => ID) auditId: string,
    @Arg('version', () => Int) version: number,
    @Arg('findings', () => [FindingInput]) findings: FindingInput[],
    @Arg('motive', () => CorrectionMotive) motive: CorrectionMotive,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<Audit> {
    return correctAudit(em, { actor, now }, { auditId, version, findings }, { motive, reason });
  }
}
