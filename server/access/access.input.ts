import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { Day, Prose, Title } from '../kernel/scalars.ts';
import { LATEST_CONTRACT, USUAL_ALLOWANCE } from './access.ts';
import { AccessScopeInput } from './scope.ts';

@InputType({ description: 'What staff grant to a partner.' })
export class GrantInput {
  @Field(() => AccessScopeInput, { description: 'What it opens.' })
  scope!: AccessScopeInput;

  @Field(() => Day, { nullable: true, description: 'Its last day; null for no end.' })
  expiresOn: string | null = null;

  @Field(() => [Title], {
    defaultValue: [],
    description: 'Where its tokens may be used from: 192.0.2.0/24, 2001:db8::/32.',
  })
  addresses!: string[];

  @Field(() => Int, {
    defaultValue: USUAL_ALLOWANCE,
    description: 'How many objects it may read in an hour, from 100.',
  })
  allowance!: number;

  @Field(() => String, { defaultValue: LATEST_CONTRACT, description: 'The contract it is pinned to.' })
  contract!: string;
}

@InputType({ description: 'A partner that staff let in without a request.' })
export class PartnerInput extends GrantInput {
  @Field(() => Title, { description: 'Who will hold it.' })
  name!: string;

  @Field(() => Title, { description: 'The body they work for.' })
  organisation!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the personal link is mailed.' })
  email!: string;

  @Field(() => Prose, { description: 'What it is for.' })
  purpose!: string;
}
