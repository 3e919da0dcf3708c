import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Day } from '../kernel/scalars.ts';

@ObjectType({ description: 'The confirmed enrolments of one day of registration, beside those of the edition before.' })
export class TurnoutDay {
  @Field(() => Int, { description: 'Days since the first day of registration, which is 0.' })
  day!: number;

  @Field(() => Day, { description: 'Which day it is, in the calendar of this edition.' })
  on!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Structures enrolled up to that day; null for a day that has not come.',
  })
  enrolled!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'As many days into its own registration, those of the edition before; null without one.',
  })
  before!: number | null;
}

@ObjectType({ description: 'How many structures one group has, this time and last.' })
export class TurnoutGroup {
  @Field(() => String, { description: 'The code of the category.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => Int, { description: 'Structures with a confirmed enrolment.' })
  enrolled!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Those of the edition before, in the category of the same code; null when it had none.',
  })
  before!: number | null;
}

@ObjectType({
  description: 'A département or a region: who takes part there, and what part of its inhabitants that is.',
})
export class TurnoutTerritory {
  @Field(() => String, { description: 'INSEE code.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Structures with a confirmed enrolment whose seat is there.' })
  enrolled!: number;

  @Field(() => Int, { description: 'Those of the edition before; 0 without one.' })
  before!: number;

  @Field(() => Int, { description: 'Structures of the register whose seat is there, enrolled or not.' })
  registered!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Inhabitants of the territory, by the official reference; null where it has none.',
  })
  population!: number | null;

  @Field(() => Int, { description: 'Inhabitants of its enrolled communes, as frozen at enrolment.' })
  covered!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'covered ÷ population, from 0 to 1: the inhabitants whose commune takes part.',
  })
  share!: number | null;
}

@ObjectType({
  description: 'How far the registration of an edition has come: by day, category, département and region.',
})
export class Turnout {
  @Field(() => Int, { description: 'Structures with a confirmed enrolment.' })
  enrolled!: number;

  @Field(() => Int, { description: 'Of which chosen so that the panel is representative: they did not register.' })
  selected!: number;

  @Field(() => Int, { nullable: true, description: 'The year of the edition before; null for the first.' })
  yearBefore!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many structures it had; null without one.' })
  before!: number | null;

  @Field(() => Int, { description: 'Enrolments recorded without a day, or outside the days of registration.' })
  undated!: number;

  @Field(() => Int, { nullable: true, description: 'The same, of the edition before; null without one.' })
  undatedBefore!: number | null;

  @Field(() => [TurnoutDay], { description: 'Day by day; none when the edition has no days of registration.' })
  days!: TurnoutDay[];

  @Field(() => [TurnoutGroup], { description: 'By category, in the order of the palmarès.' })
  categories!: TurnoutGroup[];

  @Field(() => [TurnoutTerritory], { description: 'Every département of the reference, overseas included, by code.' })
  departments!: TurnoutTerritory[];

  @Field(() => [TurnoutTerritory], { description: 'Every region of the reference, overseas included, by code.' })
  regions!: TurnoutTerritory[];

  @Field(() => Int, { description: 'Enrolled structures whose département is not known: they are on no map.' })
  nowhere!: number;

  @Field(() => Int, { description: 'The year of the reference of territories.' })
  referenceYear!: number;
}
