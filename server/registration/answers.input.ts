import { Field, InputType } from 'type-graphql';
import { Tier } from '../enrolment/enrolment.ts';
import { Day, Draft } from '../kernel/scalars.ts';

@InputType({ description: 'A person whom the structure names, complete or not.' })
export class ContactAnswerInput {
  @Field(() => Draft, { description: 'First and last name.' })
  name!: string;

  @Field(() => Draft, { nullable: true, description: 'What the person does there.' })
  role?: string | null;

  @Field(() => Draft, { nullable: true, description: 'E-mail address; checked when the form is submitted.' })
  email?: string | null;

  @Field(() => Draft, { nullable: true, description: 'Telephone number.' })
  phone?: string | null;
}

@InputType({ description: 'A certification the structure declares, complete or not.' })
export class CertifiedAnswerInput {
  @Field(() => Draft, { description: 'Its name.' })
  name!: string;

  @Field(() => Day, { nullable: true, description: 'Last day of its validity.' })
  until?: string | null;
}

@InputType({ description: 'What a structure says in its form, complete or not.' })
export class AnswersInput {
  @Field(() => Draft, { nullable: true, description: 'Its name, when the register has it wrong.' })
  name?: string | null;

  @Field(() => Draft, { nullable: true, description: 'Its SIREN, when the register has it wrong.' })
  siren?: string | null;

  @Field(() => Draft, { nullable: true, description: 'What else is wrong in what the register says of it.' })
  remark?: string | null;

  @Field(() => [ContactAnswerInput], { nullable: true, description: 'Whom to write to, at most 10.' })
  contacts?: ContactAnswerInput[];

  @Field(() => Tier, { nullable: true, description: 'What it wants back.' })
  tier?: Tier | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it wants to be visited at the counter.' })
  reception?: boolean;

  @Field(() => [String], { nullable: true, description: 'The codes of the partners it consents to.' })
  consents?: string[];

  @Field(() => [CertifiedAnswerInput], { nullable: true, description: 'The certifications it declares, at most 20.' })
  certifications?: CertifiedAnswerInput[];

  @Field(() => [String], { nullable: true, description: 'The codes of the conditions it has ticked.' })
  accepted?: string[];
}
