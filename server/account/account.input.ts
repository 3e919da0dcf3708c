import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Role } from '../kernel/actor.ts';
import { Title } from '../kernel/scalars.ts';

@InputType({ description: 'A person to invite.' })
export class InviteAccountInput {
  @Field(() => Title, { description: 'First and last name.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the invitation goes; the person signs in with it.' })
  email!: string;

  @Field(() => Role, { description: 'What the person is here for.' })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'The structure a participant speaks for; ignored for other roles.' })
  structureId?: string | null;
}

@InputType({ description: 'What changes of a person; what is left out stays as it is.' })
export class UpdateAccountInput {
  @Field(() => Title, { nullable: true, description: 'First and last name.' })
  name?: string | null;

  @Field(() => Role, { nullable: true, description: 'What the person is here for. Nobody changes their own.' })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: 'The structure a participant speaks for; ignored for other roles.' })
  structureId?: string | null;
}
