import { Collection, type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day, DecimalText, Year } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Category } from './category.ts';
import { Figure } from './figure.ts';

/** The life of an edition, in order. Each phase grants rights; `edition.rules.ts` says which. */
export enum EditionPhase {
  PREPARATION = 'PREPARATION',
  REGISTRATION = 'REGISTRATION',
  FIELDWORK = 'FIELDWORK',
  CONTROL = 'CONTROL',
  CONTRADICTORY = 'CONTRADICTORY',
  DELIBERATION = 'DELIBERATION',
  EMBARGO = 'EMBARGO',
  PUBLISHED = 'PUBLISHED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(EditionPhase, { name: 'EditionPhase', description: 'The life of an edition, in order.' });

/** Where the figures of an edition come from: one never passes for another. */
export enum Provenance {
  FIELD = 'FIELD',
  REPORTED = 'REPORTED',
  SIMULATED = 'SIMULATED',
}
registerEnumType(Provenance, {
  name: 'Provenance',
  description: 'Where figures come from.',
  valuesConfig: {
    FIELD: { description: 'Measured by mystery citizens.' },
    REPORTED: { description: 'Taken over from public sources, each cited.' },
    SIMULATED: { description: 'Invented for the demonstration.' },
  },
});

/** Those whom a phase lets do something. */
export enum Audience {
  STAFF = 'STAFF',
  CONTROLLER = 'CONTROLLER',
  AUDITOR = 'AUDITOR',
  STRUCTURE = 'STRUCTURE',
  JUROR = 'JUROR',
  PARTNER = 'PARTNER',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'Those whom a phase lets do something.',
  valuesConfig: {
    STAFF: { description: 'Administrators and managers.' },
    STRUCTURE: { description: 'Those who speak for an audited structure.' },
    PARTNER: { description: 'Whoever reads the published contract.' },
  },
});

@ObjectType({ description: 'What one audience may do in one phase.' })
export class PhaseGrant {
  @Field(() => Audience, { description: 'Who.' })
  audience!: Audience;

  @Field(() => [String], {
    description:
      'What: CONFIGURE, ENROL, REGISTER, PLAN, COLLECT, IMPORT, CONTROL, CLAIM, JUDGE_CLAIM, SCORE, POLICY, AWARD, ' +
      'DELIBERATE, LICENSE, PUBLISH, HAND_OVER, SEE, READ_RESULT, READ_PALMARES. ' +
      'Empty when nothing.',
  })
  rights!: string[];
}

@ObjectType({ description: 'One phase in the life of an edition, seen from where it stands.' })
export class PhaseStep {
  @Field(() => EditionPhase, { description: 'Which phase.' })
  phase!: EditionPhase;

  @Field(() => [String], { description: 'What it lets people do, as in Edition.rights.' })
  rights!: string[];

  @Field(() => [PhaseGrant], { description: 'What it lets each audience do, in a fixed order.' })
  grants!: PhaseGrant[];

  @Field(() => Boolean, { description: 'Whether the edition may be moved to it now.' })
  reachable!: boolean;
}

@ObjectType({ description: 'One edition of the barometer: a grid, a panel, a fieldwork, a palmarès.' })
@Entity()
@Check({ name: 'edition_fewest_contributors', expression: 'fewest_contributors >= 3 and fewest_contributors <= 1000' })
@Check({ name: 'edition_largest_share', expression: 'largest_share >= 0.5 and largest_share <= 1' })
@Check({ name: 'edition_contradictory_days', expression: 'contradictory_days >= 1 and contradictory_days <= 365' })
export class Edition extends Stored {
  @Field(() => Int, { description: 'From 1: the tenth edition is that of 2022.' })
  @Property({ type: 'smallint', unique: 'edition_ordinal_unique' })
  ordinal!: number;

  @Field(() => Year, { description: 'The year the edition is known by.' })
  @Property({ type: 'smallint', unique: 'edition_year_unique' })
  year!: number;

  @Field(() => String, { description: 'The name of the barometer that year.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => EditionPhase, { description: 'Where the edition stands.' })
  @Enum({ items: () => EditionPhase })
  phase: Opt<EditionPhase> = EditionPhase.PREPARATION;

  @Field(() => String, { nullable: true, description: 'Why it last went back to an earlier phase.' })
  @Property({ type: 'text', nullable: true })
  phaseMotive: string | null = null;

  @Field(() => Provenance, { description: 'Where its figures come from.' })
  @Enum({ items: () => Provenance })
  provenance: Opt<Provenance> = Provenance.FIELD;

  @Field(() => Day, { nullable: true, description: 'First day of registration.' })
  @Property({ type: 'date', nullable: true })
  registrationFrom: string | null = null;

  @Field(() => Day, { nullable: true, description: 'Last day of registration.' })
  @Property({ type: 'date', nullable: true })
  registrationTo: string | null = null;

  @Field(() => Day, { nullable: true, description: 'First day on which a test counts.' })
  @Property({ type: 'date', nullable: true })
  fieldworkFrom: string | null = null;

  @Field(() => Day, { nullable: true, description: 'Last day on which a test counts.' })
  @Property({ type: 'date', nullable: true })
  fieldworkTo: string | null = null;

  @Field(() => Day, {
    nullable: true,
    description: 'Last day on which an answer counts; null for the last day of fieldwork.',
  })
  @Property({ type: 'date', nullable: true })
  answersUntil: string | null = null;

  @Field(() => Day, { nullable: true, description: 'First day on which a structure may contest a finding.' })
  @Property({ type: 'date', nullable: true })
  contradictoryFrom: string | null = null;

  @Field(() => Day, { nullable: true, description: 'Last day on which a structure may contest a finding.' })
  @Property({ type: 'date', nullable: true })
  contradictoryTo: string | null = null;

  @Field(() => Int, {
    description: 'Days that structures have to contest their provisional results, from the day they are sent.',
  })
  @Property({ type: 'smallint' })
  contradictoryDays: Opt<number> = 31;

  @Field(() => Boolean, {
    description: 'Whether its dates move it from phase to phase, at midnight in Paris, as long as nothing blocks.',
  })
  @Property({ type: 'boolean', default: false })
  datesDrive: Opt<boolean> = false;

  @Field(() => Day, { nullable: true, description: 'The day the trophies are handed over.' })
  @Property({ type: 'date', nullable: true })
  ceremonyOn: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where, and at which event.' })
  @Property({ type: 'text', nullable: true })
  ceremonyPlace: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When its first dataset was published; null before.' })
  @Property({ type: 'datetime', nullable: true })
  publishedAt: Opt<Date> | null = null;

  @Field(() => String, { nullable: true, description: 'What a reader must know of its figures.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => [String], { description: 'The public sources of what is said of it.' })
  @Property({ type: 'array' })
  sources: Opt<string[]> = [];

  @Field(() => Int, {
    description: 'Fewest structures behind a figure that is published, or told to a structure of its peers: 3 to 1000.',
  })
  @Property({ type: 'smallint', default: 5 })
  fewestContributors: Opt<number> = 5;

  @Field(() => DecimalText, {
    description: 'Most of a published mean that one structure may make up, as a share of its sum: 0.5 to 1.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', default: '0.85' })
  largestShare: Opt<string> = '0.85';

  @OneToMany(
    () => Category,
    (category) => category.edition,
    { orderBy: { position: 'asc' } },
  )
  categories = new Collection<Category>(this);

  @OneToMany(
    () => Figure,
    (figure) => figure.edition,
    { orderBy: { code: 'asc' } },
  )
  figures = new Collection<Figure>(this);

  @Field(() => [Category], { name: 'categories', description: 'In the order of the palmarès.' })
  async loadCategories() {
    return this.categories.loadItems();
  }

  @Field(() => [Figure], { name: 'figures', description: 'What public sources reported of it.' })
  async loadFigures() {
    return this.figures.loadItems();
  }
}
