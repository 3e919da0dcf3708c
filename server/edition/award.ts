import type { Opt } from '@mikro-orm/core';
import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';

/** What parts those who are first together. */
export enum TieRule {
  SHARED = 'SHARED',
  JURY = 'JURY',
  CHANNEL = 'CHANNEL',
}
registerEnumType(TieRule, {
  name: 'TieRule',
  description: 'What parts those who are first together.',
  valuesConfig: {
    SHARED: { description: 'Nothing: they share the award.' },
    JURY: { description: 'The jury chooses among them, and says why.' },
    CHANNEL: { description: 'The higher score on a named channel; those it cannot part share the award.' },
  },
});

/** What an award obeys, whether it is the trophy of a category or a special prize: rules are data, never code. */
@ObjectType()
export abstract class Awarded extends Stored {
  @Field(() => Int, { description: 'Fewest ranked structures for it to be awarded, from 1; without, no laureate.' })
  @Property({ type: 'smallint' })
  awardField: Opt<number> = 3;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Least score, on 100, that a laureate must have; null for none.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  awardMinimum: string | null = null;

  @Field(() => TieRule, { description: 'What parts those who are first together.' })
  @Enum({ items: () => TieRule })
  tieRule: Opt<TieRule> = TieRule.SHARED;

  @Field(() => ChannelCode, { nullable: true, description: 'The channel that parts them; null for another rule.' })
  @Enum({ items: () => ChannelCode, nullable: true })
  tieChannel: ChannelCode | null = null;

  @Field(() => Int, { nullable: true, description: 'Most laureates ex æquo, from 1; null for no limit.' })
  @Property({ type: 'smallint', nullable: true })
  mostLaureates: number | null = null;

  @Field(() => Boolean, { description: 'Whether it may be left without a laureate although someone could receive it.' })
  @Property({ type: 'boolean' })
  mayBeWithheld: Opt<boolean> = true;

  @Field(() => Boolean, { description: 'Whether a laureate may receive a mention with it.' })
  @Property({ type: 'boolean' })
  mentionAllowed: Opt<boolean> = true;
}

/** What staff say of the rules of an award; a rule left out keeps its value. */
@InputType()
export abstract class AwardRuleInput {
  @Field(() => Int, { defaultValue: 3, description: 'Fewest ranked structures for it to be awarded, from 1.' })
  awardField?: number;

  @Field(() => DecimalText, { nullable: true, description: 'Least score, on 100, that a laureate must have.' })
  awardMinimum?: string | null;

  @Field(() => TieRule, { nullable: true, description: 'What parts those who are first together.' })
  tieRule?: TieRule;

  @Field(() => ChannelCode, { nullable: true, description: 'The channel that parts them, for that rule only.' })
  tieChannel?: ChannelCode | null;

  @Field(() => Int, { nullable: true, description: 'Most laureates ex æquo, from 1; null for no limit.' })
  mostLaureates?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be left without a laureate.' })
  mayBeWithheld?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether a laureate may receive a mention.' })
  mentionAllowed?: boolean;
}
