import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audit } from '../audit/audit.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Criterion } from '../grid/criterion.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { oneOf } from '../kernel/page.ts';
import { Title } from '../kernel/scalars.ts';
import { agreementIn } from './agreement.service.ts';
import { AgreementReport } from './agreement.ts';
import { drawSample, leaveCheck, readAgain, takeCheck } from './double.service.ts';
import { CheckSample, DoubleCheck } from './double.ts';
import { FindingInput } from './found.ts';

@Resolver(() => DoubleCheck)
export class DoubleCheckResolver {
  @FieldResolver(() => Audit, { description: 'The test: what was found on it is kept from whoever reads it again.' })
  audit(@Root() { audit }: DoubleCheck): Promise<Audit> {
    return audit.loadOrFail();
  }

  @FieldResolver(() => Boolean, { description: 'Whether whoever asks is the one who reads it.' })
  mine(@Root() { reader }: DoubleCheck, @Me() me: Actor): boolean {
    return reader === me.id;
  }

  @FieldResolver(() => [Criterion], {
    description: 'What is read again, in order: no delay that is derived from events.',
  })
  async criteria(@Root() { audit }: DoubleCheck, @Ctx() { em }: Context): Promise<Criterion[]> {
    const { channel } = await audit.loadOrFail();
    const criteria = await em.find(Criterion, { channel }, { orderBy: { position: 'asc' } });
    return criteria.filter(({ delay }) => !delay);
  }

  @FieldResolver(() => [Evidence], { description: 'The evidence that goes with the test.' })
  async evidences(@Root() { audit }: DoubleCheck, @Ctx() { em }: Context): Promise<Evidence[]> {
    const { assignment } = await audit.loadOrFail();
    return assignment ? em.find(Evidence, { assignment }, { orderBy: { createdAt: 'asc' } }) : [];
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => [CheckSample], { description: 'The samples that were drawn in an edition, the latest first.' })
  checkSamples(@Ctx() { em }: Context, @Arg('editionId', () => ID) edition: string): Promise<CheckSample[]> {
    return em.find(CheckSample, { edition }, { orderBy: { number: 'desc' } });
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => [DoubleCheck], { description: 'The tests of an edition drawn to be read a second time.' })
  doubleChecks(@Ctx() { em }: Context, @Arg('editionId', () => ID) edition: string): Promise<DoubleCheck[]> {
    return em.find(DoubleCheck, { sample: { edition } }, { orderBy: { audit: { reference: 'asc' } } });
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => DoubleCheck, { description: 'One test to be read a second time.' })
  doubleCheck(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<DoubleCheck> {
    return oneOf(em, DoubleCheck, id);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => AgreementReport, { description: 'How far second readings agree with the first ones.' })
  agreement(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<AgreementReport> {
    return agreementIn(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => CheckSample, {
    description: 'Draws tests to be read a second time: the same seed draws the same ones.',
  })
  drawCheckSample(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('share', () => Int, { description: 'In percent of the tests of each channel.' }) share: number,
    @Arg('seed', () => Title, { nullable: true, description: 'Made of the tests themselves when left out.' })
    seed: string | null,
  ): Promise<CheckSample> {
    return drawSample(em, editionId, share, seed ?? null);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => DoubleCheck, { description: 'Takes a test to read it a second time, blind to the first.' })
  takeDoubleCheck(@Ctx() { em, now }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<DoubleCheck> {
    return takeCheck(em, me, now, id);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => DoubleCheck, { description: 'Gives a second reading back, unread.' })
  leaveDoubleCheck(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<DoubleCheck> {
    return leaveCheck(em, me, id);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => DoubleCheck, { description: 'Records a second reading, whole.' })
  readDoubleCheck(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('findings', () => [FindingInput]) findings: FindingInput[],
  ): Promise<DoubleCheck> {
    return readAgain(em, me, now, id, findings);
  }
}
