import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { Code, Prose, Title } from '../kernel/scalars.ts';

@InputType({ description: 'Something a structure accepts before it takes part.' })
export class FormConditionInput {
  @Field(() => Code, { description: 'Stable key, such as no_sanction.' })
  code!: string;

  @Field(() => Prose, { description: 'The sentence that is ticked.' })
  text!: string;
}

@InputType({ description: 'A partner to whom a structure may let its name and contact be given.' })
export class ConsentPartnerInput {
  @Field(() => Code, { description: 'Stable key.' })
  code!: string;

  @Field(() => Title, { description: 'Who it is.' })
  name!: string;

  @Field(() => Prose, { description: 'What it would do with them.' })
  purpose!: string;
}

@InputType({ description: 'What structures are asked to accept. A field left out stays.' })
export class RegistrationFormInput {
  @Field(() => [FormConditionInput], { nullable: true, description: 'The conditions of participation, in order.' })
  conditions?: FormConditionInput[];

  @Field(() => [ConsentPartnerInput], { nullable: true, description: 'The partners, in order.' })
  partners?: ConsentPartnerInput[];

  @Field(() => GraphQLEmailAddress, { nullable: true, description: 'The address structures write to.' })
  replyTo?: string | null;
}
