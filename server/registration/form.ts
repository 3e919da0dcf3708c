import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';

@ObjectType('ParticipationCondition', { description: 'Something a structure accepts before it takes part.' })
export class FormCondition {
  @Field(() => String, { description: 'Stable key, such as no_sanction.' })
  code!: string;

  @Field(() => String, { description: 'The sentence that is ticked.' })
  text!: string;
}

@ObjectType({ description: 'A partner to whom a structure may let its name and contact be given.' })
export class ConsentPartner {
  @Field(() => String, { description: 'Stable key.' })
  code!: string;

  @Field(() => String, { description: 'Who it is.' })
  name!: string;

  @Field(() => String, { description: 'What it would do with them.' })
  purpose!: string;
}

/** What structures are asked to accept when they register for an edition, once staff have said it. */
@Entity()
@Unique({ name: 'registration_form_once', properties: ['edition'] })
export class RegistrationForm extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Property({ type: 'smallint' })
  revision: Opt<number> = 1;

  @Property({ type: 'json', default: '[]' })
  conditions: Opt<FormCondition[]> = [];

  @Property({ type: 'json', default: '[]' })
  partners: Opt<ConsentPartner[]> = [];

  @Property({ type: 'text', nullable: true })
  replyTo: string | null = null;
}

@ObjectType({ description: 'What structures are asked to accept when they register for an edition.' })
export class FormTexts {
  @Field(() => Int, {
    description: 'Send it back with a change: an older one is refused as STALE. 0 before the first.',
  })
  version!: number;

  @Field(() => Int, { description: 'Grows when a text changes: what was accepted says under which revision.' })
  revision!: number;

  @Field(() => [FormCondition], { description: 'The conditions of participation; each must be ticked.' })
  conditions!: FormCondition[];

  @Field(() => [ConsentPartner], { description: 'The partners a structure may consent to; none is needed.' })
  partners!: ConsentPartner[];

  @Field(() => String, { nullable: true, description: 'The address structures write to when something goes wrong.' })
  replyTo!: string | null;
}
