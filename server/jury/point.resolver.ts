import { Arg, Authorized, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Prose, Title } from '../kernel/scalars.ts';
import { Trophy } from '../trophy/trophy.ts';
import * as service from './point.service.ts';
import { EvidenceKind, PointRemarquable } from './point.ts';

@InputType({ description: 'Something a point remarquable rests on.' })
class EvidenceInput {
  @Field(() => EvidenceKind, { description: 'What it is.' })
  kind!: EvidenceKind;

  @Field(() => ID, { description: 'Which criterion, or which measurement.' })
  id!: string;
}

@Resolver(() => Trophy)
export class PointResolver {
  @FieldResolver(() => [PointRemarquable], {
    description: 'What is written of its laureates, approved and consented to or not yet.',
  })
  points(@Root() { id }: Trophy, @Ctx() { em }: Context): Promise<PointRemarquable[]> {
    return em.find(PointRemarquable, { trophy: id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  }

  @Authorized(...STAFF)
  @Mutation(() => PointRemarquable, {
    description: 'Writes what made a laureate stand out. Written again, it must be approved and consented to again.',
  })
  writePoint(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('trophyId', () => ID) trophyId: string,
    @Arg('structureId', () => ID) structureId: string,
    @Arg('text', () => Prose) text: string,
    @Arg('evidence', () => [EvidenceInput], { description: 'What it rests on; at least one.' })
    evidence: EvidenceInput[],
  ): Promise<PointRemarquable> {
    return service.writePoint(em, me, trophyId, structureId, text, evidence);
  }

  @Authorized(...STAFF)
  @Mutation(() => PointRemarquable, { description: 'Approves a point remarquable: someone else than its author does.' })
  approvePoint(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
  ): Promise<PointRemarquable> {
    return service.approvePoint(em, me, now, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => PointRemarquable, { description: 'Records what the laureate says of its point remarquable.' })
  recordConsent(
    @Ctx() { em, now }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('given', () => Boolean) given: boolean,
    @Arg('by', () => Title, { description: 'Who said so for the laureate, and how.' }) by: string,
  ): Promise<PointRemarquable> {
    return service.recordConsent(em, now, id, given, by);
  }
}
