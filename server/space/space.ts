import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { PointConsent } from '../jury/point.ts';
import { DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'What a structure scored in one edition.' })
export class SpaceResult {
  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals; null without one.' })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in its category; null without a score.' })
  rank!: number | null;

  @Field(() => Int, { description: 'How many structures are ranked in its category.' })
  field!: number;

  @Field(() => Boolean, { description: 'Whether the series breaks since the edition before it took part in.' })
  broken!: boolean;
}

@ObjectType({ description: 'The individual report of a structure, as it was made.' })
export class SpaceReport {
  @Field(() => ID, { description: 'Which one: GET /admin/reports/individual/<id>.' })
  id!: string;

  @Field(() => Int, { description: 'In bytes.' })
  size!: number;
}

@ObjectType({ description: 'An award that a structure received.' })
export class SpaceAward {
  @Field(() => ID, { description: 'Which one: its diploma is at GET /admin/reports/diploma/<id>.' })
  laureateId!: string;

  @Field(() => String, { description: 'The award, as it is printed.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether a diploma goes with it: it was decided here.' })
  diploma!: boolean;
}

@ObjectType({ description: 'What would be published of a laureate, and what it says of it.' })
export class SpacePoint {
  @Field(() => ID, { description: 'Which one: send it back to `answerPoint`.' })
  id!: string;

  @Field(() => String, { description: 'The award, as it is printed.' })
  label!: string;

  @Field(() => String, { description: 'The text, as it would be published.' })
  text!: string;

  @Field(() => PointConsent, { description: 'What the laureate says.' })
  consent!: PointConsent;

  @Field(() => Date, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it may still be answered, or answered otherwise.' })
  open!: boolean;
}

@ObjectType({
  description: 'What one edition holds for one structure: what is there, and the rest once it is published.',
})
export class SpaceEdition {
  @Field(() => Enrolment, { description: 'The structure in the edition.' })
  enrolment!: Enrolment;

  @Field(() => SpaceResult, { nullable: true, description: 'What it scored; null until the edition is published.' })
  result!: SpaceResult | null;

  @Field(() => SpaceReport, { nullable: true, description: 'Its report; null until it is made and published.' })
  report!: SpaceReport | null;

  @Field(() => Boolean, {
    description: 'Whether the certificate of its score can be taken: published, in the paid tier.',
  })
  certificate!: boolean;

  @Field(() => [SpaceAward], { description: 'What it received; none until the edition is published.' })
  awards!: SpaceAward[];

  @Field(() => [SpacePoint], { description: 'What it is asked to agree to, or answered.' })
  points!: SpacePoint[];
}
