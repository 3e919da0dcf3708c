import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ManuscriptText, Prose } from '../kernel/scalars.ts';
import { Manuscript, TextKind } from './manuscript.ts';
import { publishText, withdrawText } from './printing.service.ts';
import { Printing } from './printing.ts';
import * as service from './synthesis.service.ts';
import { EditorialText, Sayable, TextBuild } from './synthesis.ts';

@Resolver()
export class SynthesisResolver {
  @Authorized(...STAFF)
  @Query(() => EditorialText, { description: 'A text of an edition: as it stands, and what it comes to now.' })
  editorialText(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('kind', () => TextKind) kind: TextKind,
  ): Promise<EditorialText> {
    return service.editorialText(em, editionId, kind);
  }

  @Authorized(...STAFF)
  @Query(() => TextBuild, { description: 'What a text that is being written comes to. Saves nothing.' })
  textBuild(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('kind', () => TextKind) kind: TextKind,
    @Arg('body', () => ManuscriptText) body: string,
  ): Promise<TextBuild> {
    return service.buildText(em, editionId, kind, body);
  }

  @Authorized(...STAFF)
  @Query(() => [Sayable], { description: 'Everything a text may ask for, with what it says now.' })
  sayables(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Sayable[]> {
    return service.sayablesOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => Manuscript, { description: 'Saves a text as its next state, whether or not it can be built.' })
  saveText(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('kind', () => TextKind) kind: TextKind,
    @Arg('body', () => ManuscriptText) body: string,
    @Arg('after', () => Int, { description: 'The number of the state it was written from; 0 for the first.' })
    after: number,
  ): Promise<Manuscript> {
    return service.saveText(em, me, editionId, kind, body, after);
  }

  @Authorized(...STAFF)
  @Mutation(() => Manuscript, {
    description: 'Approves a text on its figures of now: someone else than its author does.',
  })
  approveText(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('hash', () => String, { description: 'The hash of the build that was read.' }) hash: string,
  ): Promise<Manuscript> {
    return service.approveText(em, me, now, id, hash);
  }

  @Authorized(...STAFF)
  @Mutation(() => Printing, {
    description: 'Gives an approved text to the public with the version that is out, at an address that never changes.',
  })
  publishText(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('hash', () => String, { description: 'The hash of the build that was read.' }) hash: string,
  ): Promise<Printing> {
    return publishText(em, me, now, id, hash);
  }

  @Authorized(...STAFF)
  @Mutation(() => Printing, {
    description: 'Takes a text away from the public, for ever: its address says why. Nothing brings it back.',
  })
  withdrawText(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<Printing> {
    return withdrawText(em, me, now, id, reason);
  }
}
