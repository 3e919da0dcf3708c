import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../kernel/actor.ts';

/** A person who may sign in. Better Auth owns the table: this is a reading of it, and every change goes through `auth.ts`. */
@ObjectType({ description: 'A person who may sign in.' })
@Entity({ schema: 'auth', tableName: 'user', readonly: true })
export class Account {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'First and last name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'E-mail address: it signs in with it.' })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => Role, { description: 'What the person is here for.' })
  @Enum({ items: () => Role })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'The structure a participant speaks for.' })
  @Property({ type: 'uuid', nullable: true, fieldName: 'structureId' })
  structureId!: string | null;

  @Field(() => Date, { nullable: true, description: 'Closed since: the person can no longer sign in.' })
  @Property({ type: 'datetime', nullable: true, fieldName: 'closedAt' })
  closedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a one-time code is asked for at sign-in.' })
  @Property({ type: 'boolean', nullable: true, fieldName: 'twoFactorEnabled' })
  twoFactorEnabled!: boolean | null;

  @Field(() => Date, { description: 'When it was created.' })
  @Property({ type: 'datetime', fieldName: 'createdAt' })
  createdAt!: Date;
}
