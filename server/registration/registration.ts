import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Certified } from '../enrolment/declared.ts';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import { Stored } from '../kernel/stored.ts';

@ObjectType({ description: 'A person whom the structure names in its form.' })
export class ContactAnswer {
  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the person does there.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone!: string | null;
}

@ObjectType({ description: 'What a structure says in its form, complete or not.' })
export class Answers {
  @Field(() => String, { nullable: true, description: 'Its name, when the register has it wrong.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its SIREN, when the register has it wrong.' })
  siren?: string | null;

  @Field(() => String, { nullable: true, description: 'What else is wrong in what the register says of it.' })
  remark?: string | null;

  @Field(() => [ContactAnswer], { description: 'Whom to write to, the first first.' })
  contacts?: ContactAnswer[];

  @Field(() => Tier, { nullable: true, description: 'What it wants back.' })
  tier?: Tier | null;

  @Field(() => Boolean, { description: 'Whether it wants to be visited at the counter.' })
  reception?: boolean;

  @Field(() => [String], { description: 'The codes of the partners it consents to.' })
  consents?: string[];

  @Field(() => [Certified], { description: 'The certifications it declares.' })
  certifications?: Certified[];

  @Field(() => [String], { description: 'The codes of the conditions it has ticked.' })
  accepted?: string[];
}

@ObjectType({ description: 'A condition that was accepted: its very words, by whom and when.' })
export class Acceptance {
  @Field(() => String, { description: 'Its key.' })
  code!: string;

  @Field(() => String, { description: 'The sentence that was ticked.' })
  text!: string;

  @Field(() => Int, { description: 'The revision of the form it was read in.' })
  revision!: number;

  @Field(() => String, { description: 'The address of who ticked it.' })
  by!: string;

  @Field(() => String, { description: 'When, as an ISO 8601 instant.' })
  at!: string;
}

@ObjectType({ description: 'What a structure says is wrong in the register. Staff accept it or not.' })
export class Remark {
  @Field(() => String, { description: 'Which field: name, siren, or remark for free words.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What the register said.' })
  known!: string | null;

  @Field(() => String, { description: 'What the structure says.' })
  said!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether staff accepted it; null while nobody decided.' })
  accepted!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  by!: string | null;
}

@ObjectType({ description: 'The registration form of one enrolment: what the structure said, and what it accepted.' })
@Entity()
@Unique({ name: 'registration_once', properties: ['enrolment'] })
export class Registration extends Stored {
  @ManyToOne(() => Enrolment, { ref: true, deleteRule: 'cascade' })
  enrolment!: Ref<Enrolment>;

  @Property({ type: 'json', default: '{}' })
  answers: Opt<Answers> = {};

  @Field(() => [Acceptance], { description: 'The conditions accepted with the last submission.' })
  @Property({ type: 'json', default: '[]' })
  accepted: Opt<Acceptance[]> = [];

  @Field(() => [Remark], { description: 'What it says is wrong in the register, from its last submission.' })
  @Property({ type: 'json', default: '[]' })
  remarks: Opt<Remark[]> = [];

  @Field(() => Date, { nullable: true, description: 'When it was last saved; null before it was begun.' })
  @Property({ type: 'datetime', nullable: true })
  savedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was last submitted; null before.' })
  @Property({ type: 'datetime', nullable: true })
  submittedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'The address of who submitted it.' })
  @Property({ type: 'text', nullable: true })
  submittedBy: string | null = null;

  @Field(() => String, { nullable: true, description: 'Why staff last sent it back; null when they did not.' })
  @Property({ type: 'text', nullable: true })
  returnedMotive: string | null = null;

  @Field(() => Answers, { name: 'answers', description: 'What it says.' })
  loadAnswers(): Answers {
    const { contacts = [], reception = false, consents = [], certifications = [], accepted = [] } = this.answers;
    return { ...this.answers, contacts, reception, consents, certifications, accepted };
  }
}
