import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { Prose, Title } from '../kernel/scalars.ts';

@InputType({ description: 'What staff say of a person to write to.' })
export class ContactInput {
  @Field(() => Title, { description: 'First and last name.' })
  name!: string;

  @Field(() => Title, { nullable: true, description: 'What the person does there.' })
  role?: string | null;

  @Field(() => GraphQLEmailAddress, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => Title, { nullable: true, description: 'Telephone number.' })
  phone?: string | null;

  @Field(() => Prose, { nullable: true, description: 'What staff must know before they write.' })
  note?: string | null;
}
