import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { Mandate } from '../mandate/mandate.ts';
import * as service from './candidate.service.ts';
import { Candidate } from './candidate.ts';

@Resolver(() => Mandate)
export class CandidateResolver {
  @FieldResolver(() => [Candidate], { description: 'The short list, with whoever withdrew from it.' })
  candidates(@Root() { id }: Mandate, @Ctx() { em }: Context): Promise<Candidate[]> {
    return em.find(Candidate, { mandate: id }, { orderBy: { code: 'asc' } });
  }

  @Authorized(...STAFF)
  @Mutation(() => [Candidate], { description: 'Draws the short list of an award from the scores in force.' })
  drawShortList(
    @Ctx() { em, now }: Context,
    @Arg('mandateId', () => ID) mandateId: string,
    @Arg('enrolmentIds', () => [ID], { defaultValue: [], description: 'Whom to list, for a free prize only.' })
    named: string[],
  ): Promise<Candidate[]> {
    return service.drawShortList(em, now, mandateId, named);
  }

  @Authorized(...STAFF)
  @Mutation(() => Candidate, {
    description: 'Takes a candidate that withdraws off the list; ballots are read without it.',
  })
  withdrawCandidate(
    @Ctx() { em, now }: Context,
    @Arg('candidateId', () => ID) id: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<Candidate> {
    return service.withdrawCandidate(em, now, id, motive);
  }

  @Authorized(...STAFF)
  @Mutation(() => Candidate, { description: 'Writes what jurors read of a candidate beside its figures.' })
  presentCandidate(
    @Ctx() { em }: Context,
    @Arg('candidateId', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('text', () => Prose, { nullable: true }) text: string | null,
  ): Promise<Candidate> {
    return service.presentCandidate(em, id, version, text);
  }
}
