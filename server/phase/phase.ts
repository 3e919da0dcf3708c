import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience, Edition, EditionPhase } from '../edition/edition.ts';
import { Deadline, Extension } from '../edition/phase.ts';
import { Day } from '../kernel/scalars.ts';

/** What may stand in the way of a change of phase, or must be known before it. */
export enum FindingCode {
  NO_GRID = 'NO_GRID',
  GRID_FAULTY = 'GRID_FAULTY',
  NO_CATEGORY = 'NO_CATEGORY',
  CATEGORY_OVERLAP = 'CATEGORY_OVERLAP',
  CATEGORY_THIN = 'CATEGORY_THIN',
  NOBODY_ENROLLED = 'NOBODY_ENROLLED',
  ENROLMENTS_PENDING = 'ENROLMENTS_PENDING',
  NO_FIELDWORK_DATES = 'NO_FIELDWORK_DATES',
  REGISTRATION_OPEN = 'REGISTRATION_OPEN',
  FIELDWORK_OPEN = 'FIELDWORK_OPEN',
  NO_TEST = 'NO_TEST',
  TESTS_UNDECIDED = 'TESTS_UNDECIDED',
  UNTESTED = 'UNTESTED',
  ANSWERS_OPEN = 'ANSWERS_OPEN',
  CONTRADICTORY_OPEN = 'CONTRADICTORY_OPEN',
  CLAIMS_OPEN = 'CLAIMS_OPEN',
  NO_SCORES = 'NO_SCORES',
  SCORES_STALE = 'SCORES_STALE',
  TROPHIES_UNDECIDED = 'TROPHIES_UNDECIDED',
  TESTS_STAND = 'TESTS_STAND',
  ENROLMENTS_STAND = 'ENROLMENTS_STAND',
  TROPHIES_STAND = 'TROPHIES_STAND',
  DATES_STOP = 'DATES_STOP',
}
registerEnumType(FindingCode, {
  name: 'FindingCode',
  description: 'What may stand in the way of a change of phase, or must be known before it.',
});

/** How much a finding weighs on a change of phase. */
export enum FindingWeight {
  BLOCKER = 'BLOCKER',
  WARNING = 'WARNING',
  NOTICE = 'NOTICE',
}
registerEnumType(FindingWeight, {
  name: 'FindingWeight',
  description: 'How much a finding weighs on a change of phase.',
  valuesConfig: {
    BLOCKER: { description: 'The move is refused as long as it stands.' },
    WARNING: { description: 'The move passes once whoever moves has confirmed it.' },
    NOTICE: { description: 'Said, and nothing more.' },
  },
});

/** Where a finding is settled. */
export enum FindingTarget {
  EDITION = 'EDITION',
  GRID = 'GRID',
  CATEGORY = 'CATEGORY',
  ENROLMENT = 'ENROLMENT',
  AUDIT = 'AUDIT',
  CLAIM = 'CLAIM',
  RANKING = 'RANKING',
  AWARD = 'AWARD',
}
registerEnumType(FindingTarget, { name: 'FindingTarget', description: 'The page on which a finding is settled.' });

@ObjectType({ description: 'One thing that stands in the way of a change of phase, or must be known before it.' })
export class PhaseFinding {
  @Field(() => FindingCode, { description: 'What.' })
  code!: FindingCode;

  @Field(() => FindingWeight, { description: 'How much it weighs.' })
  weight!: FindingWeight;

  @Field(() => Int, { nullable: true, description: 'How many records it is about; null where nothing is counted.' })
  count!: number | null;

  @Field(() => [String], { description: 'Their names, where they are few: categories, or faults in a sentence.' })
  subjects!: readonly string[];

  @Field(() => FindingTarget, { description: 'Where it is settled.' })
  target!: FindingTarget;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'The filter of the list in which they are found.' })
  filter!: Record<string, unknown> | null;
}

@ObjectType({ description: 'What one audience gains and loses by a change of phase.' })
export class PhaseShift {
  @Field(() => Audience, { description: 'Who.' })
  audience!: Audience;

  @Field(() => [String], { description: 'The rights they gain, as in PhaseGrant.' })
  opens!: readonly string[];

  @Field(() => [String], { description: 'The rights they lose.' })
  closes!: readonly string[];
}

@ObjectType({ description: 'A change of phase, before it is made: what is missing, who gains and loses what.' })
export class PhaseChange {
  @Field(() => Edition, { description: 'The edition.' })
  edition!: Edition;

  @Field(() => EditionPhase, { description: 'Where it stands.' })
  from!: EditionPhase;

  @Field(() => EditionPhase, { description: 'Where it would go.' })
  to!: EditionPhase;

  @Field(() => Boolean, { description: 'Whether it goes back: it then needs a motive, and nothing is erased.' })
  back!: boolean;

  @Field(() => Boolean, { description: 'Whether the order of the phases allows it.' })
  reachable!: boolean;

  @Field(() => [PhaseFinding], {
    description: 'What blocks first, then what must be confirmed, then what is only said.',
  })
  findings!: PhaseFinding[];

  @Field(() => [PhaseShift], { description: 'Who gains and loses what; nobody else is touched.' })
  shifts!: PhaseShift[];
}

@ObjectType({ description: 'A last day that an edition announces, and how far it was put off.' })
export class DeadlineState {
  @Field(() => Deadline, { description: 'Which.' })
  deadline!: Deadline;

  @Field(() => Day, { nullable: true, description: 'The day in force; null when none is set.' })
  day!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day first announced, when another is in force; null otherwise.',
  })
  original!: string | null;

  @Field(() => [Extension], { description: 'Each time it was put off, the earliest first.' })
  extensions!: Extension[];
}

@ObjectType({ description: 'A phase that the dates of an edition say it should be in by now.' })
export class PhaseDue {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => EditionPhase, { description: 'Where it stands.' })
  from!: EditionPhase;

  @Field(() => EditionPhase, { description: 'The next phase on the way to where it should be.' })
  to!: EditionPhase;

  @Field(() => Boolean, { description: 'Whether its dates move it: something blocks then. Otherwise staff must.' })
  driven!: boolean;

  @Field(() => Int, { description: 'How many things block.' })
  blockers!: number;
}
