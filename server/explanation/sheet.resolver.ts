import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Code } from '../kernel/scalars.ts';
import { measurementsBehind } from './finding.service.ts';
import { MeasurementBehind } from './finding.ts';
import { podiumPairsOf } from './inversion.service.ts';
import { PodiumPair } from './neighbour.ts';
import { scoreSheetOf } from './sheet.service.ts';
import { Language, ScoreSheet } from './sheet.ts';

@Resolver(() => ScoreSheet)
export class SheetResolver {
  @Authorized(...STAFF, Role.PARTICIPANT)
  @Query(() => ScoreSheet, {
    description: 'The scores of one structure; a structure reads its own once the edition is published.',
  })
  scoreSheet(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
  ): Promise<ScoreSheet> {
    return scoreSheetOf(em, me, enrolmentId);
  }

  @FieldResolver(() => [String], {
    description:
      'Its formula with its values, one line a step of the arithmetic; scores rounded to 2 decimals, with ≈ where ' +
      'what is written is not exact. Empty for a run of another engine.',
  })
  formula(
    @Root() sheet: ScoreSheet,
    @Arg('language', () => Language, { defaultValue: Language.FR }) language: Language,
  ): string[] {
    return sheet.formulaIn(language);
  }

  @Authorized(...STAFF)
  @Query(() => [PodiumPair], {
    description: 'Each pair among the first five ranks of a category, and what weights would do to it.',
  })
  podiumPairs(@Ctx() { em }: Context, @Arg('categoryId', () => ID) categoryId: string): Promise<PodiumPair[]> {
    return podiumPairsOf(em, categoryId);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => [MeasurementBehind], {
    description: 'What each validated test of a structure found on one criterion, given by its code.',
  })
  measurementsBehind(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
    @Arg('criterion', () => Code) criterion: string,
  ): Promise<MeasurementBehind[]> {
    return measurementsBehind(em, me, enrolmentId, criterion);
  }
}
