import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DecimalText } from '../kernel/scalars.ts';
import { VotingCriterion, VotingMode } from '../mandate/mandate.ts';
import { AttendanceState, ItemState } from './item.ts';

@ObjectType({ description: 'Where a juror with a vote is for an item.' })
export class ItemSeat {
  @Field(() => ID, { description: 'The seat.' })
  id!: string;

  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => AttendanceState, { description: 'Where they are.' })
  state!: AttendanceState;

  @Field(() => String, { nullable: true, description: 'Why they are recused; null otherwise.' })
  motive!: string | null;
}

@ObjectType({ description: 'The quorum of an item.' })
export class ItemQuorum {
  @Field(() => Int, { description: 'Jurors with a vote who are not recused.' })
  entitled!: number;

  @Field(() => Int, { description: 'How many of them are there.' })
  present!: number;

  @Field(() => Int, { description: 'How many are recused.' })
  recused!: number;

  @Field(() => Int, { description: 'How many must be there.' })
  needed!: number;

  @Field(() => Boolean, { description: 'Whether they are.' })
  reached!: boolean;

  @Field(() => String, { nullable: true, description: 'Who presides; null when neither chair nor deputy is there.' })
  presiding!: string | null;
}

@ObjectType({ description: 'A structure one may vote for.' })
export class ItemCandidate {
  @Field(() => String, { description: 'Its code, on ballots.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Its name; null while only its code is known.' })
  name!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place for this award; null for a free prize.' })
  rank!: number | null;

  @Field(() => DecimalText, { nullable: true, description: 'What it is ranked on, on 100, 2 decimals.' })
  score!: string | null;

  @Field(() => Boolean, { description: 'Whether it withdrew.' })
  withdrawn!: boolean;
}

@ObjectType({ description: 'A proposal against the ranking.' })
export class ItemMotion {
  @Field(() => String, { description: 'Who moved it.' })
  mover!: string;

  @Field(() => Boolean, { description: 'Whether whoever asks moved it.' })
  mine!: boolean;

  @Field(() => String, { description: 'Why.' })
  motive!: string;

  @Field(() => [String], { description: 'The codes of those it would give the award to; none to give it to nobody.' })
  codes!: string[];
}

@ObjectType({ description: 'What one may write on a ballot.' })
export class ItemPaper {
  @Field(() => VotingMode, { description: 'How it is voted.' })
  mode!: VotingMode;

  @Field(() => [String], { description: 'The grades, the best first, for majority judgment.' })
  grades!: string[];

  @Field(() => [VotingCriterion], { description: 'What is marked, for marks.' })
  criteria!: VotingCriterion[];

  @Field(() => Int, { description: 'Marks go from 0 to it.' })
  scale!: number;

  @Field(() => Boolean, { description: 'Whether candidates may be left out.' })
  mayOmit!: boolean;
}

@ObjectType({ description: 'What came of an item once it was counted.' })
export class ItemResult {
  @Field(() => String, { description: 'LAUREATES, SECOND_BALLOT, CASTING_VOTE or UNPARTED.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'What made them laureates: VOTE, MAJORITY, NO_MOTION, CHANNEL…' })
  by!: string | null;

  @Field(() => [String], { description: 'Those it is about, by code.' })
  among!: string[];

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The count, in the terms of its mode; null without a vote.',
  })
  count!: unknown;

  @Field(() => [GraphQLJSON], { description: 'Every ballot, without its name.' })
  ballots!: unknown[];

  @Field(() => Int, { description: 'How many who were there cast no ballot.' })
  abstained!: number;

  @Field(() => GraphQLJSON, { nullable: true, description: 'The casting vote: by, opinion, code; null without one.' })
  casting!: unknown;

  @Field(() => [GraphQLJSON], { description: 'What jurors hold against it: name, text.' })
  dissents!: unknown[];
}

@ObjectType({
  description:
    'One award on the agenda. To whoever is recused from it everything but its turn is null, whatever happens.',
})
export class ItemView {
  @Field(() => ID, { description: 'The item.' })
  id!: string;

  @Field(() => ID, { description: 'The award before the panel, as a mandate.' })
  mandateId!: string;

  @Field(() => String, { description: 'The award, as it is printed in the palmarès.' })
  label!: string;

  @Field(() => Int, { description: 'Its turn, from 1.' })
  position!: number;

  @Field(() => Int, { description: 'From 1: ballots on this award in this meeting.' })
  round!: number;

  @Field(() => ItemState, { description: 'Where it stands; to whoever is recused only PENDING, OPEN or DECIDED.' })
  state!: ItemState;

  @Field(() => Boolean, { description: 'Whether whoever asks is recused from it: they leave the room.' })
  recused!: boolean;

  @Field(() => VotingMode, { nullable: true, description: 'How it is decided.' })
  mode!: VotingMode | null;

  @Field(() => [ItemCandidate], { nullable: true, description: 'The short list, in the order of codes.' })
  candidates!: ItemCandidate[] | null;

  @Field(() => [ItemSeat], { nullable: true, description: 'Who is there, recused, absent; null before it is opened.' })
  seats!: ItemSeat[] | null;

  @Field(() => ItemQuorum, { nullable: true, description: 'The quorum: as it would be, before it is opened.' })
  quorum!: ItemQuorum | null;

  @Field(() => ItemMotion, { nullable: true, description: 'The motion before the panel.' })
  motion!: ItemMotion | null;

  @Field(() => ItemPaper, { nullable: true, description: 'What may be written on a ballot; null when none is due.' })
  paper!: ItemPaper | null;

  @Field(() => Int, { nullable: true, description: 'How many ballots were cast; never whose.' })
  ballotsCast!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether whoever asks cast theirs.' })
  voted!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether whoever asks may open, close and record it now.' })
  mayPreside!: boolean | null;

  @Field(() => ItemResult, { nullable: true, description: 'What came of it; null while ballots are sealed.' })
  result!: ItemResult | null;

  @Field(() => String, { nullable: true, description: 'Why it was broken off; null otherwise.' })
  brokenOff!: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of the decision it ended with; null before.' })
  decisionNumber!: number | null;
}
