import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';
import { Certified, Consent, Stratum } from './declared.ts';
import { boundsOf } from './stratum.rules.ts';

/** What a structure gets back. It never touches its score. */
export enum Tier {
  FREE = 'FREE',
  PAID = 'PAID',
}
registerEnumType(Tier, {
  name: 'Tier',
  description: 'What a structure gets back. It never touches its score.',
  valuesConfig: {
    FREE: { description: 'A mean per channel and a first comparison with its peers.' },
    PAID: { description: 'A detailed report, criterion by criterion.' },
  },
});

/** How a structure came into the panel. */
export enum PanelOrigin {
  VOLUNTEER = 'VOLUNTEER',
  SELECTED = 'SELECTED',
}
registerEnumType(PanelOrigin, {
  name: 'PanelOrigin',
  description: 'How a structure came into the panel.',
  valuesConfig: {
    VOLUNTEER: { description: 'It registered.' },
    SELECTED: { description: 'Chosen so that the panel is representative; it has no account.' },
  },
});

/** Where the enrolment of a structure stands. */
export enum EnrolmentState {
  INVITED = 'INVITED',
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  CONFIRMED = 'CONFIRMED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(EnrolmentState, {
  name: 'EnrolmentState',
  description: 'Where the enrolment of a structure stands. Only confirmed ones are tested, scored and counted.',
  valuesConfig: {
    INVITED: { description: 'It received a personal link, and has not begun its form.' },
    DRAFT: { description: 'Its form is begun, or was sent back.' },
    SUBMITTED: { description: 'It submitted its form; staff have not answered yet.' },
    CONFIRMED: { description: 'It takes part.' },
    WITHDRAWN: { description: 'It does not take part, or no longer; what was recorded of it stays.' },
  },
});

@ObjectType({ description: 'One structure in one edition. What decided its category is frozen with it.' })
@Entity()
@Unique({ name: 'enrolment_once', properties: ['edition', 'structure'] })
export class Enrolment extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Structure, { ref: true })
  structure!: Ref<Structure>;

  @ManyToOne(() => Category, { ref: true, index: true })
  category!: Ref<Category>;

  @Field(() => Int, {
    nullable: true,
    description: 'Inhabitants when it enrolled: its category never moves afterwards.',
  })
  @Property({ type: 'integer', nullable: true })
  population: number | null = null;

  @Field(() => Int, { nullable: true, description: 'The year of that population.' })
  @Property({ type: 'smallint', nullable: true })
  populationYear: number | null = null;

  @Field(() => Tier, { description: 'What it gets back.' })
  @Enum({ items: () => Tier })
  tier: Opt<Tier> = Tier.FREE;

  @Field(() => Boolean, { description: 'Whether it took the option of being visited at the counter.' })
  @Property({ type: 'boolean' })
  reception: Opt<boolean> = false;

  @Field(() => PanelOrigin, { description: 'How it came into the panel.' })
  @Enum({ items: () => PanelOrigin })
  origin: Opt<PanelOrigin> = PanelOrigin.VOLUNTEER;

  @Field(() => [String], { description: 'The certifications it declares, such as Qualivilles.' })
  @Property({ type: 'array' })
  certifications: Opt<string[]> = [];

  @Field(() => String, {
    nullable: true,
    description: 'Why it was placed in its category by hand; null when the rules decided.',
  })
  @Property({ type: 'text', nullable: true })
  categoryMotive: string | null = null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day it registered, when it is known; otherwise the day it was recorded stands for it.',
  })
  @Property({ type: 'date', nullable: true })
  enrolledOn: string | null = null;

  @Field(() => EnrolmentState, { description: 'Where it stands.' })
  @Enum({ items: () => EnrolmentState })
  state: Opt<EnrolmentState> = EnrolmentState.CONFIRMED;

  @Field(() => String, { nullable: true, description: 'Why it came to this state, when a motive was asked for.' })
  @Property({ type: 'text', nullable: true })
  stateMotive: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it came to this state; null for one enrolled directly.' })
  @Property({ type: 'datetime', nullable: true })
  stateAt: Date | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Who brought it there: a name, or the address of an invitation.',
  })
  @Property({ type: 'text', nullable: true })
  stateBy: string | null = null;

  /** Filled in by the database when it is left out. */
  @Property({ type: 'text', nullable: true })
  stratum: string | null = null;

  @Field(() => [Certified], { description: 'Until when the certifications it declares are valid, as it says.' })
  @Property({ type: 'json', default: '[]' })
  certifiedUntil: Opt<Certified[]> = [];

  @Field(() => [Consent], { description: 'The partners it consented to. They decide nothing by themselves.' })
  @Property({ type: 'json', default: '[]' })
  consents: Opt<Consent[]> = [];

  @Field(() => Stratum, {
    name: 'stratum',
    nullable: true,
    description: 'Kind and band of population, frozen with it.',
  })
  loadStratum(): Stratum | null {
    return this.stratum === null ? null : { code: this.stratum, ...boundsOf(this.stratum) };
  }

  @Field(() => Edition, { name: 'edition', description: 'The edition.' })
  loadEdition() {
    return this.edition.load();
  }

  @Field(() => Structure, { name: 'structure', description: 'The structure.' })
  loadStructure() {
    return this.structure.load();
  }

  @Field(() => Category, { name: 'category', description: 'The category it is compared in.' })
  loadCategory() {
    return this.category.load();
  }
}
