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
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, INVITED, Me } from '../kernel/context.ts';
import { asked, matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { contradictoryOf } from './contradictory.service.ts';
import { Contradictory } from './contradictory.ts';
import { provisionalDoorOf, readProvisional, waitingFor } from './door.service.ts';
import { ProvisionalDoor, ProvisionalReading, ProvisionalWaiting } from './door.ts';
import { Provisional, ProvisionalRead } from './provisional.ts';
import { openContradictory, sendProvisionals } from './sending.service.ts';

/** Where the sending of provisional results stands. */
enum Delivery {
  UNREACHABLE = 'UNREACHABLE',
  SENT = 'SENT',
  OPENED = 'OPENED',
}
registerEnumType(Delivery, {
  name: 'ProvisionalDelivery',
  description: 'Where the sending of provisional results stands.',
  valuesConfig: {
    UNREACHABLE: { description: 'Nobody to write to: no contact with an address, no account.' },
    SENT: { description: 'Mailed, and not read yet.' },
    OPENED: { description: 'Read at least once.' },
  },
});

@ArgsType()
class ProvisionalsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => Delivery, { nullable: true, description: 'Only those that stand there.' })
  delivery?: Delivery;
}

const ProvisionalPage = pageType(Provisional);

const where: Readonly<Record<Delivery, object>> = {
  UNREACHABLE: { sentAt: null },
  SENT: { sentAt: { $ne: null }, reads: { $none: {} } },
  OPENED: { reads: { $some: {} } },
};

@Resolver(() => Provisional)
export class ProvisionalResolver {
  @Authorized(...STAFF)
  @Query(() => Contradictory, { description: 'How far the contradictory phase of an edition is.' })
  contradictory(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Contradictory> {
    return contradictoryOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Query(() => ProvisionalPage, { description: 'Provisional results, structure by structure.' })
  provisionals(
    @Ctx() { em }: Context,
    @Args(() => ProvisionalsArgs) args: ProvisionalsArgs,
  ): Promise<Page<Provisional>> {
    const { editionId: edition, delivery, q } = args;
    const conditions = [
      ...asked({ edition }),
      delivery ? where[delivery] : {},
      matching(q, 'enrolment.structure.name', 'recipient'),
    ];
    return pageOf(em, Provisional, conditions, args, ['enrolment.structure.name', 'sentAt']);
  }

  @FieldResolver(() => Delivery, { description: 'Where its sending stands.' })
  async delivery(@Root() { sentAt, id }: Provisional, @Ctx() { em }: Context): Promise<Delivery> {
    if (!sentAt) return Delivery.UNREACHABLE;
    return (await em.count(ProvisionalRead, { provisional: id })) > 0 ? Delivery.OPENED : Delivery.SENT;
  }

  @FieldResolver(() => [ProvisionalRead], { description: 'Who read it, the latest first.' })
  readings(@Root() { id }: Provisional, @Ctx() { em }: Context): Promise<ProvisionalRead[]> {
    return em.find(ProvisionalRead, { provisional: id }, { orderBy: { at: 'desc', id: 'asc' } });
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description:
      'Opens the contradictory phase: freezes what each structure is shown, sets the deadline, mails the links. Again, it ' +
      'does what is missing. Answers how many were mailed.',
  })
  openContradictory(
    @Ctx() { em, postman, seal, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<number> {
    return openContradictory(em, { postman, seal }, now, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description:
      'Mails their link to some structures; one mailed before stops working. Whoever is mailed for the first time has the ' +
      'whole delay: the deadline of all is put off when it would be nearer. Answers how many were mailed.',
  })
  sendProvisionals(
    @Ctx() { em, postman, seal, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('ids', () => [ID]) ids: string[],
  ): Promise<number> {
    return sendProvisionals(em, { postman, seal }, now, editionId, ids);
  }

  @Authorized(INVITED)
  @Query(() => ProvisionalDoor, { description: 'Where a link to provisional results leads. Asking changes nothing.' })
  provisionalDoor(@Ctx() context: Context): Promise<ProvisionalDoor> {
    return provisionalDoorOf(context.em, context, context.now);
  }

  @Authorized(Role.PARTICIPANT)
  @Query(() => [ProvisionalWaiting], {
    description: 'What was sent to the structures of whoever asks, the latest edition first. Asking changes nothing.',
  })
  ownProvisionals(@Ctx() { em, now }: Context, @Me() me: Actor): Promise<ProvisionalWaiting[]> {
    return waitingFor(em, me, now);
  }

  @Authorized(INVITED, Role.PARTICIPANT)
  @Mutation(() => ProvisionalReading, {
    description: 'Reads provisional results, by the link or in the space of a structure: one line of the register.',
  })
  readProvisional(
    @Ctx() context: Context,
    @Arg('enrolmentId', () => ID, { nullable: true, description: 'Needed without a link.' }) enrolmentId: string | null,
  ): Promise<ProvisionalReading> {
    return readProvisional(context.em, context, context.now, enrolmentId ?? null);
  }
}
