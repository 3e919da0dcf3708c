import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DecimalText } from '../kernel/scalars.ts';

/** What a curve of answers may be told apart by. */
export enum CurveGroup {
  CATEGORY = 'CATEGORY',
  KIND = 'KIND',
  REGION = 'REGION',
}
registerEnumType(CurveGroup, {
  name: 'CurveGroup',
  description: 'What a curve of answers may be told apart by.',
  valuesConfig: {
    CATEGORY: { description: 'The category of the structure in the edition.' },
    KIND: { description: 'What the structure is.' },
    REGION: { description: 'The INSEE code of its region.' },
  },
});

@ObjectType({ description: 'One day of a curve of answers.' })
export class DelayCurveLine {
  @Field(() => Int, {
    description: 'Days since the request was sent, as the criterion counts them; the first line is 0.',
  })
  day!: number;

  @Field(() => Int, { description: 'Requests answered within so many days.' })
  answered!: number;

  @Field(() => Int, { description: 'Requests still waiting, and still in sight, when the day began.' })
  waiting!: number;

  @Field(() => DecimalText, {
    description:
      'Answered within so many days, over all requests, 0 to 1: the official share. Rounded half up to 6 decimals.',
  })
  share!: string;

  @Field(() => String, { description: 'The same, exact, as a fraction.' })
  shareExact!: string;

  @Field(() => DecimalText, {
    description:
      'The Kaplan–Meier estimate, 0 to 1: what the share would be had every request been followed as long. Never official.',
  })
  estimate!: string;

  @Field(() => String, { description: 'The same, exact, as a fraction.' })
  estimateExact!: string;
}

@ObjectType({ description: 'How the requests of validated tests were answered, day by day.' })
export class DelayCurve {
  @Field(() => String, {
    nullable: true,
    description: 'The code of the group, empty where there is none; null for all requests together.',
  })
  group!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the group, when it has one.' })
  label!: string | null;

  @Field(() => Int, { description: 'Requests sent: what every share is taken over.' })
  base!: number;

  @Field(() => Int, { description: 'Those answered in time.' })
  answered!: number;

  @Field(() => Int, { description: 'Those never answered, or after the last day on which an answer counts.' })
  unanswered!: number;

  @Field(() => String, { description: 'How the requests without an answer are treated, in words.' })
  treatment!: string;

  @Field(() => [DelayCurveLine], { description: 'From day 0 to the last that anything is known of.' })
  lines!: DelayCurveLine[];
}
