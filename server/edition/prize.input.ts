import { Field, InputType, Int } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Code, Prose, Title } from '../kernel/scalars.ts';
import { AwardRuleInput } from './award.ts';
import { PrizeBasis } from './prize.ts';

@InputType({ description: 'What staff say of a special prize.' })
export class SpecialPrizeInput extends AwardRuleInput {
  @Field(() => Code, { description: 'Stable over editions.' })
  code!: string;

  @Field(() => Title, { description: 'As it is printed.' })
  label!: string;

  @Field(() => Int, { defaultValue: 0, description: 'Its place among the special prizes.' })
  position?: number;

  @Field(() => Prose, { nullable: true, description: 'What it rewards, in a sentence or two.' })
  rewards?: string | null;

  @Field(() => [Code], { nullable: true, description: 'The codes of the categories it is open to; none means all.' })
  categoryCodes?: string[] | null;

  @Field(() => PrizeBasis, { description: 'What it is decided on.' })
  basis!: PrizeBasis;

  @Field(() => ChannelCode, { nullable: true, description: 'The channel it is decided on, for that basis only.' })
  channel?: ChannelCode | null;

  @Field(() => [Code], { nullable: true, description: 'The codes of its criteria, for the basis DETERMINANT only.' })
  criteria?: string[] | null;
}
