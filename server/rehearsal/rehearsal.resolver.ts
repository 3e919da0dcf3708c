import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import { asked, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { mayAttend } from './rehearsal.policy.ts';
import * as service from './rehearsal.service.ts';
import { DressRehearsal } from './rehearsal.ts';

@InputType({ description: 'How an edition is rehearsed.' })
class RehearsalInput {
  @Field(() => Int, {
    defaultValue: 1,
    description: 'What its chance starts from, 1 to 999999: the same plays the same.',
  })
  seed: number = 1;

  @Field(() => Int, { defaultValue: 5, description: 'Invented structures for each category, 1 to 20.' })
  structuresEach: number = 5;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether their tests are invented too.' })
  tested: boolean = true;
}

@ArgsType()
class RehearsalsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const DressRehearsalPage = pageType(DressRehearsal);

@Resolver(() => DressRehearsal)
export class RehearsalResolver {
  @Authorized(...STAFF)
  @Query(() => DressRehearsalPage, { description: 'Rehearsals that took place, or are being played.' })
  dressRehearsals(
    @Ctx() { em }: Context,
    @Args(() => RehearsalsArgs) args: RehearsalsArgs,
  ): Promise<Page<DressRehearsal>> {
    return pageOf(em, DressRehearsal, asked({ edition: args.editionId }), args, ['createdAt', 'wipedAt']);
  }

  @Authorized(...STAFF, Role.CONTROLLER, Role.AUDITOR, Role.JUROR)
  @Query(() => DressRehearsal, { nullable: true, description: 'The rehearsal one may attend now; null when none is.' })
  async rehearsalNow(@Ctx() { em }: Context, @Me() me: Actor): Promise<DressRehearsal | null> {
    const rehearsal = await service.onStage(em);
    return rehearsal && mayAttend(me, rehearsal.guests) ? rehearsal : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who began it.' })
  async startedByName(@Root() { startedBy }: DressRehearsal, @Ctx() { em }: Context): Promise<string | null> {
    return startedBy && ((await em.findOne(Account, { id: startedBy }))?.name ?? null);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who wiped it; null for the system, and before.' })
  async wipedByName(@Root() { wipedBy }: DressRehearsal, @Ctx() { em }: Context): Promise<string | null> {
    return wipedBy && ((await em.findOne(Account, { id: wipedBy }))?.name ?? null);
  }

  @Authorized(...STAFF)
  @Mutation(() => DressRehearsal, {
    description: 'Puts an edition on stage, on throw-away data: ask of it with the header x-rehearsal.',
  })
  beginRehearsal(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => RehearsalInput) { seed, structuresEach, tested }: RehearsalInput,
  ): Promise<DressRehearsal> {
    const within = seed >= 1 && seed <= 999_999 && structuresEach >= 1 && structuresEach <= 20;
    if (!within) throw new Refusal('OUT_OF_RANGE');
    return service.beginRehearsal(em, me, now, editionId, { seed, structuresEach, tested });
  }

  @Authorized(...STAFF)
  @Mutation(() => DressRehearsal, { description: 'Says who attends a rehearsal beside the staff.' })
  inviteToRehearsal(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('accountIds', () => [ID], { description: 'Controllers, auditors and jurors; nobody else.' })
    accountIds: string[],
  ): Promise<DressRehearsal> {
    return service.inviteTo(em, id, accountIds);
  }

  @Authorized(...STAFF)
  @Mutation(() => DressRehearsal, { description: 'Wipes a rehearsal: nothing of it stays but that it took place.' })
  wipeRehearsal(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
  ): Promise<DressRehearsal> {
    return service.wipeRehearsal(em, me, now, id);
  }
}
