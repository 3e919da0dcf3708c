import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { parts as all, type Part, textOf } from './configuration.rules.ts';
import * as service from './configuration.service.ts';
import {
  ConfigurationApplied,
  ConfigurationComparison,
  ConfigurationPart,
  ConfigurationSource,
} from './configuration.ts';
import { comparisonOf } from './shown.ts';

@Resolver()
export class ConfigurationResolver {
  @Authorized(...STAFF)
  @Query(() => String, {
    description:
      'The whole configuration of an edition, as the text of a file: its shape is configuration.schema.json.',
  })
  async configurationDocument(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<string> {
    return textOf(await service.configurationOfEdition(em, editionId));
  }

  @Authorized(...STAFF)
  @Query(() => ConfigurationComparison, {
    description: 'What an edition would change by taking a configuration, all of it or some parts. Writes nothing.',
  })
  async compareConfiguration(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('source', () => ConfigurationSource) source: ConfigurationSource,
    @Arg('parts', () => [ConfigurationPart], { nullable: true, description: 'All of them when left out.' })
    parts: ConfigurationPart[] | null,
  ): Promise<ConfigurationComparison> {
    return comparisonOf(await service.compare(em, editionId, source, (parts ?? all) as readonly Part[]));
  }

  @Authorized(...STAFF)
  @Mutation(() => ConfigurationApplied, {
    description:
      'Gives an edition the parts of a configuration, all or nothing. Refused once measured, unless nothing differs.',
  })
  applyConfiguration(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('source', () => ConfigurationSource) source: ConfigurationSource,
    @Arg('parts', () => [ConfigurationPart], { nullable: true, description: 'All of them when left out.' })
    parts: ConfigurationPart[] | null,
    @Arg('hash', () => String, { nullable: true, description: 'That of the comparison that was read.' })
    hash: string | null,
    @Arg('motive', () => Prose, { nullable: true, description: 'Needed when it puts a deadline off.' })
    motive: string | null,
  ): Promise<ConfigurationApplied> {
    const chosen = (parts ?? all) as readonly Part[];
    return service.applyConfiguration(em, me, editionId, {
      ...{ source, parts: chosen, confirmed: hash ?? null, motive: motive ?? null },
    });
  }
}
