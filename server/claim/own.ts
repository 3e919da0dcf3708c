import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import type { Outcome } from './claim.rules.ts';
import { ClaimState, Verdict } from './claim.ts';

/** What a decided claim came to. */
export enum ClaimOutcome {
  ACCEPTED = 'ACCEPTED',
  PARTLY = 'PARTLY',
  REFUSED = 'REFUSED',
}
registerEnumType(ClaimOutcome, {
  name: 'ClaimOutcome',
  description: 'What a decided claim came to.',
  valuesConfig: {
    ACCEPTED: { description: 'All that it contested no longer counts.' },
    PARTLY: { description: 'Some of what it contested no longer counts: its criteria say which.' },
    REFUSED: { description: 'Nothing changes.' },
  },
});

@ObjectType({ description: 'A criterion that a structure contests, as it reads it.' })
export class OwnClaimPoint {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;

  @Field(() => String, { description: 'The code of the criterion.' })
  code!: string;

  @Field(() => String, { description: 'The question, short.' })
  label!: string;

  @Field(() => ChannelCode, { description: 'The channel it was tested on.' })
  channel!: ChannelCode;

  @Field(() => String, { description: 'What the structure says of the finding.' })
  statement!: string;

  @Field(() => [String], { description: 'What in it may identify a person: to be taken out before it is submitted.' })
  personal!: string[];

  @Field(() => Verdict, { nullable: true, description: 'What was decided; null before.' })
  verdict!: Verdict | null;

  @Field(() => String, { nullable: true, description: 'Why; null before.' })
  reason!: string | null;
}

/** Plain values alone: whoever holds a link must not find their way from a claim to records. */
@ObjectType({ description: 'A claim as the structure that wrote it reads it.' })
export class OwnClaim {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;

  @Field(() => Int, { description: 'Send it back with a change: an older one is refused as STALE.' })
  version!: number;

  @Field(() => ClaimState, { description: 'Where it stands.' })
  state!: ClaimState;

  @Field(() => ClaimOutcome, { nullable: true, description: 'What it came to; null before it is decided.' })
  outcome!: Outcome | null;

  @Field(() => String, { description: 'Who wrote it.' })
  authorName!: string;

  @Field(() => Date, { nullable: true, description: 'When it was submitted; null for a draft.' })
  submittedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was answered.' })
  reply!: string | null;

  @Field(() => [OwnClaimPoint], { description: 'What it contests.' })
  points!: OwnClaimPoint[];
}
