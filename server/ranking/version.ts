import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../audit/audit.ts';
import { Criterion } from '../grid/criterion.ts';
import { ScoreChange } from './preview.ts';

/** What becomes of the measurements of a criterion when a version follows another. */
export enum FateKind {
  KEPT = 'KEPT',
  CONVERTED = 'CONVERTED',
  SET_ASIDE = 'SET_ASIDE',
  NEW = 'NEW',
}
registerEnumType(FateKind, {
  name: 'FateKind',
  description: 'What becomes of the measurements of a criterion when a version follows another.',
  valuesConfig: {
    KEPT: { description: 'They count as they are, even if points, weight or words changed.' },
    CONVERTED: { description: 'They count after a declared conversion.' },
    SET_ASIDE: { description: 'They no longer count; they stay in their tests.' },
    NEW: { description: 'There are none: earlier tests count a declared absence.' },
  },
});

/** Why a version cannot be adopted; the same words as in `grid/version.faults.rules.ts`. */
export enum FateFaultReason {
  UNKNOWN_SOURCE = 'UNKNOWN_SOURCE',
  UNKNOWN_TARGET = 'UNKNOWN_TARGET',
  SOURCE_TWICE = 'SOURCE_TWICE',
  TARGET_TWICE = 'TARGET_TWICE',
  OTHER_CHANNEL = 'OTHER_CHANNEL',
  OTHER_QUESTION = 'OTHER_QUESTION',
  OTHER_KIND = 'OTHER_KIND',
  ANSWER_MISSING = 'ANSWER_MISSING',
  ANSWER_UNKNOWN = 'ANSWER_UNKNOWN',
  FACTOR_INVALID = 'FACTOR_INVALID',
  FACTOR_TOO_LONG = 'FACTOR_TOO_LONG',
  MOTIVE_MISSING = 'MOTIVE_MISSING',
  ABSENCE_MISSING = 'ABSENCE_MISSING',
  OUTSIDE_SCALE = 'OUTSIDE_SCALE',
  POLICY = 'POLICY',
}
registerEnumType(FateFaultReason, { name: 'FateFaultReason', description: 'Why a version cannot be adopted.' });

@ObjectType({ description: 'What becomes of one answer of the earlier criterion.' })
export class AnswerFateLine {
  @Field(() => String, { description: 'The answer as it was given: 1 or 0 for yes or no, or the code of a choice.' })
  from!: string;

  @Field(() => String, { nullable: true, description: 'The answer it counts as; null for an absence.' })
  to!: string | null;

  @Field(() => Absence, { nullable: true, description: 'The absence it counts as; null for an answer.' })
  absence!: Absence | null;
}

@ObjectType({ description: 'What becomes of the measurements of one criterion when a version follows another.' })
export class FateLine {
  @Field(() => FateKind, { description: 'In one word.' })
  kind!: FateKind;

  @Field(() => Criterion, { nullable: true, description: 'In the earlier version; null for a new one.' })
  source!: Criterion | null;

  @Field(() => Criterion, { nullable: true, description: 'In the new version; null when set aside.' })
  target!: Criterion | null;

  @Field(() => [AnswerFateLine], { nullable: true, description: 'Answer by answer, where a conversion needs it.' })
  answers!: AnswerFateLine[] | null;

  @Field(() => String, { nullable: true, description: 'By what amounts are multiplied, such as "24" or "1/60".' })
  factor!: string | null;

  @Field(() => Absence, { nullable: true, description: 'What earlier tests count on a new criterion.' })
  absence!: Absence | null;

  @Field(() => String, { nullable: true, description: 'Why measurements are set aside.' })
  motive!: string | null;

  @Field(() => Int, {
    description: 'How many measurements with a value it concerns, whatever the state of their tests.',
  })
  values!: number;

  @Field(() => Int, { description: 'How many measurements without a value it concerns.' })
  absences!: number;
}

@ObjectType({ description: 'One thing that keeps a version from being adopted.' })
export class FateFaultLine {
  @Field(() => FateFaultReason, { description: 'Why.' })
  reason!: FateFaultReason;

  @Field(() => String, {
    nullable: true,
    description: 'The criterion by its code: of the earlier version, or of the new one when it is new.',
  })
  criterion!: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong: an answer, a factor, a criterion, a sentence.' })
  value!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many measurements are concerned.' })
  count!: number | null;
}

@ObjectType({ description: 'What adopting a version would change. Reading it changes nothing.' })
export class VersionEffect {
  @Field(() => [FateLine], { description: 'What becomes of each measurement, criterion by criterion.' })
  fates!: FateLine[];

  @Field(() => [FateFaultLine], { description: 'What must be put right first; then nothing else is told.' })
  faults!: FateFaultLine[];

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what scores would rest on: send it back to adopt exactly this. Null while it has faults.',
  })
  hash!: string | null;

  @Field(() => Int, { description: 'How many validated tests scores would rest on.' })
  auditCount!: number;

  @Field(() => Int, { description: 'How many structures have a score, on either version.' })
  structureCount!: number;

  @Field(() => [ScoreChange], {
    description:
      'The structures whose score or rank it moves, by category and rank: on the grid in force, then on this one.',
  })
  changes!: ScoreChange[];
}
