import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { ownAuditor } from '../auditor/auditor.service.ts';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { type Page, PageArgs, pageAmong, pageType } from '../kernel/page.ts';
import { agreementWith, qualityIn, qualityOf, testsBehind } from './quality.service.ts';
import { AuditorAgreement, AuditorQuality, QualityFigure, QualityTest } from './quality.ts';

@ArgsType()
class OwnTestsArgs extends PageArgs {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => QualityFigure, { description: 'The figure.' })
  figure!: QualityFigure;
}

@ArgsType()
class QualityTestsArgs extends OwnTestsArgs {
  @Field(() => ID, { description: 'The auditor.' })
  auditorId!: string;
}

const QualityTestPage = pageType(QualityTest);
const todayIn = (now: Date): string => localDayOf(now.toISOString(), territoryOf(null));

/** How auditors work, in figures that open the tests they count: all of them for staff, their own for auditors. */
@Resolver()
export class QualityResolver {
  @Authorized(...STAFF)
  @Query(() => [AuditorQuality], {
    description: 'The work of every auditor in an edition, in figures; names in order.',
  })
  auditorQuality(
    @Ctx() { em, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<AuditorQuality[]> {
    return qualityIn(em, editionId, todayIn(now));
  }

  @Authorized(...STAFF)
  @Query(() => QualityTestPage, { description: 'The tests that a figure of an auditor counts, by day.' })
  async qualityTests(
    @Ctx() { em, now }: Context,
    @Args(() => QualityTestsArgs) args: QualityTestsArgs,
  ): Promise<Page<QualityTest>> {
    const { editionId, auditorId, figure } = args;
    return pageAmong(em, await testsBehind(em, editionId, todayIn(now), auditorId, figure), args);
  }

  @Authorized(...STAFF)
  @Query(() => AuditorAgreement, { description: 'How far second readings agree with what an auditor found.' })
  auditorAgreement(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('auditorId', () => ID) auditorId: string,
  ): Promise<AuditorAgreement> {
    return agreementWith(em, editionId, auditorId);
  }

  @Authorized(Role.AUDITOR)
  @Query(() => AuditorQuality, { description: 'My own work in an edition, in figures.' })
  async myQuality(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<AuditorQuality> {
    const edition = await editionGranting(em, editionId, 'SEE', 'NOT_FOUND');
    return qualityOf(em, edition.id, todayIn(now), await ownAuditor(em, me));
  }

  @Authorized(Role.AUDITOR)
  @Query(() => QualityTestPage, { description: 'Those of my own tests that a figure counts, by day.' })
  async myQualityTests(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Args(() => OwnTestsArgs) args: OwnTestsArgs,
  ): Promise<Page<QualityTest>> {
    const edition = await editionGranting(em, args.editionId, 'SEE', 'NOT_FOUND');
    const { id } = await ownAuditor(em, me);
    return pageAmong(em, await testsBehind(em, edition.id, todayIn(now), id, args.figure), args);
  }
}
