import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Why an edition cannot be published yet. */
export enum BlockerCode {
  NOT_IN_EMBARGO = 'NOT_IN_EMBARGO',
  NO_SCORES = 'NO_SCORES',
  SCORES_STALE = 'SCORES_STALE',
  CLAIM_OPEN = 'CLAIM_OPEN',
  TROPHY_NOT_DECIDED = 'TROPHY_NOT_DECIDED',
  DECISION_NOT_OF_PANEL = 'DECISION_NOT_OF_PANEL',
  MEETING_NOT_CLOSED = 'MEETING_NOT_CLOSED',
  MINUTES_DISAGREE = 'MINUTES_DISAGREE',
  CHAIN_BROKEN = 'CHAIN_BROKEN',
  POINT_REMARQUABLE_MISSING = 'POINT_REMARQUABLE_MISSING',
  POINT_NOT_APPROVED = 'POINT_NOT_APPROVED',
  CONSENT_MISSING = 'CONSENT_MISSING',
  CONSENT_REFUSED = 'CONSENT_REFUSED',
  UNCHANGED = 'UNCHANGED',
}
registerEnumType(BlockerCode, {
  name: 'BlockerCode',
  description: 'Why an edition cannot be published yet.',
  valuesConfig: {
    CLAIM_OPEN: { description: 'A structure contests a finding, and was not answered yet.' },
    DECISION_NOT_OF_PANEL: {
      description: 'A panel deliberates on the award, and its decision is not the one in force.',
    },
    MEETING_NOT_CLOSED: { description: 'An award was decided in a meeting that has no minutes yet.' },
    MINUTES_DISAGREE: { description: 'What was recorded of a meeting does not add up: no minutes can be made of it.' },
    CHAIN_BROKEN: { description: 'A recorded decision no longer says what it said.' },
  },
});

@ObjectType({ description: 'One thing that keeps an edition from being published.' })
export class Blocker {
  @Field(() => BlockerCode, { description: 'What it is.' })
  code!: BlockerCode;

  @Field(() => String, { nullable: true, description: 'Of what: the label of a category, a laureate, a phase.' })
  subject!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The record to look at: a meeting, a claim; null where a list tells it.',
  })
  recordId!: string | null;
}

/** A blocker, of something if it is of something. */
export const blocked = (code: BlockerCode, subject: string | null = null, recordId: string | null = null): Blocker => ({
  ...{ code, subject, recordId },
});
