import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';

/** A mystery citizen. Known by a code to those who control tests, by name to staff, and to nobody else. */
@ObjectType({ description: 'A mystery citizen: which tests can be given to them.' })
@Entity()
@Unique({ name: 'auditor_account_once', properties: ['accountId'] })
@Unique({ name: 'auditor_code_once', properties: ['code'] })
@Check({ name: 'auditor_week_most_positive', expression: 'week_most >= 1' })
export class Auditor extends Stored {
  @Field(() => ID, { description: 'The account they sign in with.' })
  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => String, { description: 'What stands for them wherever a name would say too much, such as C-07.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'First and last name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The address the invitation was mailed to.' })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => [ChannelCode], { description: 'The channels they test.' })
  @Enum({ items: () => ChannelCode, array: true })
  channels!: ChannelCode[];

  @Field(() => [String], {
    description: 'The départements whose counters they go to, by code; other channels are tested from anywhere.',
  })
  @Property({ type: 'array' })
  departments: Opt<string[]> = [];

  @Field(() => Int, { nullable: true, description: 'The most tests a week they take; null for that of the plan.' })
  @Property({ type: 'smallint', nullable: true })
  weekMost: number | null = null;

  @Field(() => Date, { nullable: true, description: 'When they left; null while they test.' })
  @Property({ type: 'datetime', nullable: true })
  leftAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why they left.' })
  @Property({ type: 'text', nullable: true })
  leftMotive: string | null = null;
}

/** What ties an auditor to a structure: they never test it, whoever said so. */
@ObjectType({ description: 'A structure that an auditor does not test, because of what ties them to it.' })
@Entity()
@Unique({ name: 'auditor_conflict_once', properties: ['auditor', 'structure'] })
export class AuditorConflict extends Stored {
  @ManyToOne(() => Auditor, { ref: true })
  auditor!: Ref<Auditor>;

  @ManyToOne(() => Structure, { ref: true, index: true })
  structure!: Ref<Structure>;

  @Field(() => String, { description: 'What ties them to it, in words.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { description: 'When it was declared.' })
  @Property({ type: 'datetime' })
  declaredAt!: Date;

  @Field(() => String, { description: 'Who declared it: the auditor or one of the staff, by name.' })
  @Property({ type: 'text' })
  declaredBy!: string;

  @Field(() => Auditor, { name: 'auditor', description: 'The auditor.' })
  loadAuditor() {
    return this.auditor.load();
  }

  @Field(() => Structure, { name: 'structure', description: 'The structure.' })
  loadStructure() {
    return this.structure.load();
  }
}
