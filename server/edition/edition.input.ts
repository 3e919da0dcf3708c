import { Field, InputType, Int } from 'type-graphql';
import { Code, Day, DecimalText, Prose, Title, Year } from '../kernel/scalars.ts';
import { Provenance } from './edition.ts';
import { Confidence, Unit } from './figure.ts';

@InputType({ description: 'What staff say of an edition.' })
export class EditionInput {
  @Field(() => Int, { description: 'From 1.' })
  ordinal!: number;

  @Field(() => Year, { description: 'The year it is known by.' })
  year!: number;

  @Field(() => Title, { description: 'The name of the barometer that year.' })
  label!: string;

  @Field(() => Provenance, { defaultValue: Provenance.FIELD, description: 'Where its figures come from.' })
  provenance: Provenance = Provenance.FIELD;

  @Field(() => Day, { nullable: true, description: 'First day of registration.' })
  registrationFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day of registration.' })
  registrationTo?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on which a test counts.' })
  fieldworkFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on which a test counts.' })
  fieldworkTo?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'Last day on which an answer counts; null for the last day of fieldwork.',
  })
  answersUntil?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on which a structure may contest a finding.' })
  contradictoryFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on which a structure may contest a finding.' })
  contradictoryTo?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days that structures have to contest their provisional results, from the day they are sent: 1 to 365.',
  })
  contradictoryDays?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether its dates move it from phase to phase.' })
  datesDrive?: boolean;

  @Field(() => Prose, {
    nullable: true,
    description:
      'Why a deadline is put off: needed once the edition is past preparation, and kept with the day it was.',
  })
  motive?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day the trophies are handed over.' })
  ceremonyOn?: string | null;

  @Field(() => Title, { nullable: true, description: 'Where, and at which event.' })
  ceremonyPlace?: string | null;

  @Field(() => Prose, { nullable: true, description: 'What a reader must know of its figures.' })
  note?: string | null;

  @Field(() => [String], { nullable: true, description: 'Public sources.' })
  sources?: string[];

  @Field(() => Int, { nullable: true, description: 'Fewest structures behind a figure that is told: 3 to 1000.' })
  fewestContributors?: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Most of a published mean that one structure may make up: 0.5 to 1.',
  })
  largestShare?: string;
}

@InputType({ description: 'A figure that a public source reported.' })
export class FigureInput {
  @Field(() => Code, { description: 'Such as global_score.' })
  code!: string;

  @Field(() => Title, { description: 'What it is, in French.' })
  label!: string;

  @Field(() => DecimalText, { description: 'As printed.' })
  value!: string;

  @Field(() => Unit, { description: 'What it is counted in.' })
  unit!: Unit;

  @Field(() => Boolean, { defaultValue: false, description: 'The source itself says "about".' })
  approximate: boolean = false;

  @Field(() => Confidence, { description: 'How far it can be relied on.' })
  confidence!: Confidence;

  @Field(() => [String], { description: 'Where it can be read.' })
  sources!: string[];

  @Field(() => Prose, { nullable: true, description: 'What a reader must know of it.' })
  note?: string | null;
}
