import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';

@ObjectType({ description: 'A person to write to at a structure. Contacts are never published.' })
@Entity()
export class Contact extends Stored {
  @ManyToOne(() => Structure, { ref: true, deleteRule: 'cascade', index: true })
  structure!: Ref<Structure>;

  @Field(() => String, { description: 'First and last name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the person does there, such as “directrice générale”.' })
  @Property({ type: 'text', nullable: true })
  role: string | null = null;

  @Field(() => String, { nullable: true, description: 'E-mail address, in lower case: invitations go there.' })
  @Property({ type: 'text', nullable: true })
  email: string | null = null;

  @Field(() => String, { nullable: true, description: 'Telephone number, as it is dialled.' })
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  @Field(() => String, { nullable: true, description: 'What staff must know before they write.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => Structure, { name: 'structure', description: 'The structure.' })
  loadStructure() {
    return this.structure.load();
  }
}
