import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../kernel/actor.ts';

/**
 * A person who may sign in. The table is Better Auth's, which reads it at each sign-in; what staff decide of a person
 * (name, role, structure, closed) is written here, in their name. Passwords, codes and sessions are out of sight.
 */
@ObjectType({ description: 'A person who may sign in.' })
@Entity({ schema: 'auth', tableName: 'user' })
export class Account {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  id!: string;

  @Field(() => String, { description: 'First and last name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'E-mail address, in lower case: it signs in with it.' })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => Role, { description: 'What the person is here for.' })
  @Enum({ items: () => Role })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'The structure a participant speaks for; nobody else has one.' })
  @Property({ type: 'uuid', nullable: true, fieldName: 'structureId' })
  structureId: string | null = null;

  @Field(() => Date, { nullable: true, description: 'Closed since: the person can no longer sign in.' })
  @Property({ type: 'datetime', nullable: true, fieldName: 'closedAt' })
  closedAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether a one-time code is asked for at sign-in.' })
  @Property({ type: 'boolean', fieldName: 'twoFactorEnabled' })
  twoFactorEnabled: Opt<boolean> = false;

  @Field(() => Boolean, { description: 'Whether the person has chosen a password; until then the invitation is open.' })
  @Formula(
    (column) => `exists (select 1 from auth.account c where c."userId" = ${column.id} and c.password is not null)`,
    { type: 'boolean' },
  )
  active!: Opt<boolean>;

  @Field(() => Date, { description: 'When it was created.' })
  @Property({ type: 'datetime', fieldName: 'createdAt', defaultRaw: 'now()' })
  createdAt!: Opt<Date>;
}
