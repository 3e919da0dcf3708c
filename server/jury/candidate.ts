import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Stored } from '../kernel/stored.ts';
import { Mandate } from '../mandate/mandate.ts';
import { ScoreRun } from '../ranking/score.ts';

/** A structure on the short list of an award. Staff read it whole; jurors read files and ballots, under its code. */
@ObjectType({ description: 'A structure on the short list of an award, and the code that stands for its name.' })
@Entity()
@Unique({ name: 'candidate_once', properties: ['mandate', 'enrolment'] })
@Unique({ name: 'candidate_code_once', properties: ['mandate', 'code'] })
export class Candidate extends Stored {
  @ManyToOne(() => Mandate, { ref: true, deleteRule: 'cascade' })
  mandate!: Ref<Mandate>;

  @ManyToOne(() => Enrolment, { ref: true, index: true })
  enrolment!: Ref<Enrolment>;

  /** The run whose ranking put it on the list. */
  @ManyToOne(() => ScoreRun, { ref: true })
  run!: Ref<ScoreRun>;

  @Field(() => String, { description: 'A letter, drawn so that it says nothing of its rank.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What staff write of it for the jurors; null without a word.' })
  @Property({ type: 'text', nullable: true })
  presentation: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it withdrew; null while it stands.' })
  @Property({ type: 'datetime', nullable: true })
  withdrawnAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it withdrew.' })
  @Property({ type: 'text', nullable: true })
  withdrawnMotive: string | null = null;

  @Field(() => Enrolment, { name: 'enrolment', description: 'The structure in the edition.' })
  loadEnrolment() {
    return this.enrolment.load();
  }
}
