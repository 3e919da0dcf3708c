import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { Day, Prose, Title } from '../kernel/scalars.ts';
import { Office } from './juror.ts';

@InputType({ description: 'What staff say of a panel.' })
export class PanelInput {
  @Field(() => Title, { description: 'Its name, as it is printed in the minutes.' })
  label!: string;

  @Field(() => Prose, { description: 'What its jurors accept.' })
  terms!: string;

  @Field(() => Day, { nullable: true, description: 'The day it meets.' })
  meetsOn?: string | null;

  @Field(() => Int, { defaultValue: 3, description: 'Years during which a tie that ended is still a conflict.' })
  tieYears?: number;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether its jurors need a second factor.' })
  secondFactor?: boolean;
}

@InputType({ description: 'Someone to invite to a panel.' })
export class JurorInput {
  @Field(() => Title, { description: 'First and last name, as in the minutes.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the personal link is mailed.' })
  email!: string;

  @Field(() => Title, { nullable: true, description: 'What they are known for, as in the minutes.' })
  quality?: string | null;

  @Field(() => Office, { defaultValue: Office.MEMBER, description: 'What they do on the panel.' })
  office?: Office;
}
