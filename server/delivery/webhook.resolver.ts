import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { accessBehind } from '../access/link.service.ts';
import { STAFF } from '../kernel/actor.ts';
import { type Context, Guest, INVITED, type Invited } from '../kernel/context.ts';
import { Title } from '../kernel/scalars.ts';
import { secretOf } from './courier.service.ts';
import { Delivery } from './delivery.ts';
import * as service from './webhook.service.ts';
import { Webhook } from './webhook.ts';

/** Where partners are told of what is published: named by them, on their own page, and seen by staff. */
@Resolver(() => Webhook)
export class WebhookResolver {
  @Authorized(...STAFF)
  @Query(() => [Webhook], { description: 'The addresses an access named, and what was sent to them.' })
  accessWebhooks(@Ctx() { em }: Context, @Arg('accessId', () => ID) accessId: string): Promise<Webhook[]> {
    return em.find(Webhook, { access: accessId }, { orderBy: { createdAt: 'asc' } });
  }

  @Authorized(INVITED)
  @Query(() => [Webhook], { description: 'The addresses that the access behind the personal link named.' })
  async ownWebhooks(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<Webhook[]> {
    const access = await accessBehind(em, invited, now);
    return em.find(Webhook, { access }, { orderBy: { createdAt: 'asc' } });
  }

  @Authorized(INVITED)
  @Query(() => String, { description: 'The secret that what is sent to an address is signed with.' })
  async ownWebhookSecret(
    @Ctx() { em, now, seal }: Context,
    @Guest() invited: Invited,
    @Arg('id', () => ID) id: string,
  ): Promise<string> {
    const webhook = await service.webhookOf(em, await accessBehind(em, invited, now), id);
    return secretOf(seal, webhook, webhook.generation);
  }

  @Authorized(INVITED)
  @Mutation(() => Webhook, { description: 'Names an address to be told of what is published from now on.' })
  async createWebhook(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('url', () => Title) url: string,
    @Arg('kinds', () => [Title]) kinds: string[],
  ): Promise<Webhook> {
    return service.createWebhook(em, await accessBehind(em, invited, now), { url, kinds });
  }

  @Authorized(INVITED)
  @Mutation(() => Webhook, { description: 'Corrects an address, stops writing to it, or takes it up again.' })
  async updateWebhook(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('id', () => ID) id: string,
    @Arg('url', () => Title) url: string,
    @Arg('kinds', () => [Title]) kinds: string[],
    @Arg('paused', () => Boolean) paused: boolean,
  ): Promise<Webhook> {
    return service.updateWebhook(em, await accessBehind(em, invited, now), now, id, { url, kinds, paused });
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, { description: 'Writes to an address no more, and forgets what was sent to it.' })
  async removeWebhook(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('id', () => ID) id: string,
  ): Promise<boolean> {
    return service.removeWebhook(em, await accessBehind(em, invited, now), id);
  }

  @Authorized(INVITED)
  @Mutation(() => Webhook, { description: 'Gives an address another secret; both sign for a week.' })
  async rotateWebhookSecret(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('id', () => ID) id: string,
  ): Promise<Webhook> {
    return service.rotateSecret(em, await accessBehind(em, invited, now), now, id);
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, { description: 'Sends a test to an address.' })
  async testWebhook(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('id', () => ID) id: string,
  ): Promise<boolean> {
    return service.testWebhook(em, await accessBehind(em, invited, now), now, id);
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, { description: 'Sends a delivery once more.' })
  async replayDelivery(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('webhookId', () => ID) webhookId: string,
    @Arg('id', () => ID) id: string,
  ): Promise<boolean> {
    return service.replayDelivery(em, await accessBehind(em, invited, now), now, id, webhookId);
  }

  @FieldResolver(() => [Delivery], { description: 'What was sent to it of late, or will be: the latest first.' })
  deliveries(@Root() { id }: Webhook, @Ctx() { em }: Context): Promise<Delivery[]> {
    return service.deliveriesOf(em, id);
  }
}
