import { GraphQLDateTimeISO, GraphQLEmailAddress } from 'graphql-scalars';
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
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Guest, INVITED, type Invited, Me } from '../kernel/context.ts';
import { asked, matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Title } from '../kernel/scalars.ts';
import * as service from './access.service.ts';
import { EarlyAccess, EarlyMeans, EarlyRead } from './access.ts';
import { earlyDoorOf, readEarly } from './door.service.ts';
import { EarlyDoor, EarlyReading } from './door.ts';

@ArgsType()
class EarlyArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

@InputType({ description: 'Someone who may read the next version of an edition under embargo.' })
class EarlyAccessInput {
  @Field(() => Title, { description: 'Who.' })
  name!: string;

  @Field(() => Title, { description: 'For whom they read: a newspaper, an agency, a ministry.' })
  body!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the link is mailed.' })
  email!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'From when the link opens; until the release.' })
  fromAt!: Date;
}

const EarlyAccessPage = pageType(EarlyAccess);
const EarlyReadPage = pageType(EarlyRead);

@Resolver(() => EarlyAccess)
export class EmbargoResolver {
  @Authorized(...STAFF)
  @Query(() => EarlyAccessPage, { description: 'Those who may read under embargo.' })
  earlyAccesses(@Ctx() { em }: Context, @Args(() => EarlyArgs) args: EarlyArgs): Promise<Page<EarlyAccess>> {
    const where = [...asked({ edition: args.editionId }), matching(args.q, 'name', 'body', 'email')];
    return pageOf(em, EarlyAccess, where, args, ['createdAt', 'name', 'body', 'fromAt']);
  }

  @Authorized(...STAFF)
  @Query(() => EarlyReadPage, { description: 'The register: every reading under embargo.' })
  earlyReads(@Ctx() { em }: Context, @Args(() => EarlyArgs) args: EarlyArgs): Promise<Page<EarlyRead>> {
    const where = [...asked({ edition: args.editionId }), matching(args.q, 'reader', 'address')];
    return pageOf(em, EarlyRead, where, args, ['at', 'reader']);
  }

  @FieldResolver(() => Int, { description: 'How often it was read by this link.' })
  readCount(@Root() { id }: EarlyAccess, @Ctx() { em }: Context): Promise<number> {
    return em.count(EarlyRead, { access: id });
  }

  @Authorized(...STAFF)
  @Mutation(() => EarlyAccess, {
    description: 'Names someone who may read the next version under embargo, and mails them their link.',
  })
  grantEarlyAccess(
    @Ctx() { em, postman, seal }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => EarlyAccessInput) { name, body, email, fromAt }: EarlyAccessInput,
  ): Promise<EarlyAccess> {
    return service.grantEarlyAccess(em, { postman, seal }, me, editionId, { name, body, email, fromAt });
  }

  @Authorized(...STAFF)
  @Mutation(() => EarlyAccess, { description: 'Withdraws a link, at once.' })
  revokeEarlyAccess(@Ctx() { em, now }: Context, @Arg('id', () => ID) id: string): Promise<EarlyAccess> {
    return service.revokeEarlyAccess(em, now, id);
  }

  @Authorized(INVITED)
  @Query(() => EarlyDoor, { description: 'Where a link to a version under embargo leads. Asking changes nothing.' })
  earlyDoor(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<EarlyDoor> {
    return earlyDoorOf(em, invited, now);
  }

  @Authorized(INVITED)
  @Mutation(() => EarlyReading, { description: 'Reads the version under embargo: one line of the register.' })
  async readEarly(@Ctx() { em, now, address }: Context, @Guest() invited: Invited): Promise<EarlyReading> {
    const { tables, ...read } = await readEarly(em, invited, now, { means: EarlyMeans.PAGE, address });
    return { ...read, rows: tables };
  }
}
