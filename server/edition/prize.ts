import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Awarded } from './award.ts';
import { Edition } from './edition.ts';

/** What a special prize is decided on. */
export enum PrizeBasis {
  OVERALL = 'OVERALL',
  CHANNEL = 'CHANNEL',
  DETERMINANT = 'DETERMINANT',
  FREE = 'FREE',
}
registerEnumType(PrizeBasis, {
  name: 'PrizeBasis',
  description: 'What a special prize is decided on.',
  valuesConfig: {
    OVERALL: { description: 'The overall score, over all its categories.' },
    CHANNEL: { description: 'The score on one channel.' },
    DETERMINANT: { description: 'Some criteria of the grid, whatever their channel, at their weights.' },
    FREE: { description: 'The free choice of the jury: no ranking.' },
  },
});

@ObjectType({ description: 'A prize of an edition beside the trophies of its categories.' })
@Entity()
@Unique({ name: 'special_prize_code_once', properties: ['edition', 'code'] })
@Check({ name: 'special_prize_award_field_positive', expression: 'award_field >= 1' })
@Check({ name: 'special_prize_award_minimum_on_100', expression: 'award_minimum >= 0 and award_minimum <= 100' })
@Check({ name: 'special_prize_tie_channel_named', expression: `(tie_rule = 'CHANNEL') = (tie_channel is not null)` })
@Check({ name: 'special_prize_most_laureates_positive', expression: 'most_laureates >= 1' })
@Check({ name: 'special_prize_channel_named', expression: `(basis = 'CHANNEL') = (channel is not null)` })
@Check({ name: 'special_prize_criteria_named', expression: `(basis = 'DETERMINANT') = (cardinality(criteria) > 0)` })
export class SpecialPrize extends Awarded {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'Stable over editions, such as digital.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'As it is printed in the palmarès.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => Int, { description: 'Its place among the special prizes.' })
  @Property({ type: 'smallint' })
  position: Opt<number> = 0;

  @Field(() => String, { nullable: true, description: 'What it rewards, in a sentence or two.' })
  @Property({ type: 'text', nullable: true })
  rewards: string | null = null;

  @Field(() => [String], { description: 'The codes of the categories it is open to; none means all.' })
  @Property({ type: 'array' })
  categoryCodes: Opt<string[]> = [];

  @Field(() => PrizeBasis, { description: 'What it is decided on.' })
  @Enum({ items: () => PrizeBasis })
  basis: Opt<PrizeBasis> = PrizeBasis.OVERALL;

  @Field(() => ChannelCode, { nullable: true, description: 'The channel it is decided on, for that basis only.' })
  @Enum({ items: () => ChannelCode, nullable: true })
  channel: ChannelCode | null = null;

  @Field(() => [String], { description: 'The codes of the criteria it is decided on, for that basis only.' })
  @Property({ type: 'array' })
  criteria: Opt<string[]> = [];

  @Field(() => Edition, { name: 'edition', description: 'The edition it belongs to.' })
  loadEdition() {
    return this.edition.load();
  }
}
