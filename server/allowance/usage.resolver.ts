import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Authorized, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { accessBehind } from '../access/link.service.ts';
import { STAFF } from '../kernel/actor.ts';
import { type Context, Guest, INVITED, type Invited } from '../kernel/context.ts';
import { balanceIn, linesOf } from './usage.service.ts';
import { UsageLine } from './usage.ts';

@ObjectType({ description: 'What an access read of late, and what it has left.' })
export class Consumption {
  @Field(() => [UsageLine], { description: 'The last thirty days, by day and operation, the latest first.' })
  lines!: UsageLine[];

  @Field(() => Date, { nullable: true, description: 'When one of its tokens was last shown; null for never.' })
  lastAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Objects left in the hour under way, to a fiftieth of it: what a server holds ahead counts as taken. Null for everyone’s usage.',
  })
  remaining!: number | null;
}

@Resolver()
export class UsageResolver {
  @Authorized(...STAFF)
  @Query(() => Consumption, {
    description: 'What an access read of the published API; without one, what everyone read, tokens and none.',
  })
  accessUsage(
    @Ctx() { em, now }: Context,
    @Arg('accessId', () => ID, { nullable: true }) accessId: string | null,
  ): Promise<Consumption> {
    return usageOf(em, now, accessId ?? null);
  }

  @Authorized(INVITED)
  @Query(() => Consumption, { description: 'What the access behind the personal link read.' })
  async ownUsage(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<Consumption> {
    return usageOf(em, now, (await accessBehind(em, invited, now)).id);
  }
}

async function usageOf(em: EntityManager, now: Date, accessId: string | null): Promise<Consumption> {
  const { lines, lastAt } = await linesOf(em, now, accessId);
  return { lines, lastAt, remaining: accessId === null ? null : await balanceIn(em, now, accessId) };
}
