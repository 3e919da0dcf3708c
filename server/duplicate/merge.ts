import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Structure } from '../structure/structure.ts';

@ObjectType({ description: 'What one kind of record brings along in a merge.' })
export class MergeMove {
  @Field(() => String, { description: 'The kind of record, such as enrolment.' })
  noun!: string;

  @Field(() => Int, { description: 'How many of them will refer to the structure that stays.' })
  count!: number;
}

@ObjectType({ description: 'What stands against a merge: records of which a structure can have but one.' })
export class MergeClash {
  @Field(() => String, { description: 'The kind of record, such as enrolment.' })
  noun!: string;

  @Field(() => Int, { description: 'How many times both structures have one.' })
  count!: number;

  @Field(() => [Int], { description: 'The years of the editions concerned, if any.' })
  years!: number[];
}

@ObjectType({ description: 'What merging two structures would do. Nothing is done yet.' })
export class StructureMerge {
  @Field(() => Structure, { description: 'The structure that stays, with its reference and name.' })
  keep!: Structure;

  @Field(() => Structure, { description: 'The structure that goes; its reference will still be found.' })
  drop!: Structure;

  @Field(() => [MergeMove], {
    description: 'What moves from one to the other, the kinds of record in the order of their names.',
  })
  moves!: MergeMove[];

  @Field(() => [MergeClash], {
    description: 'What forbids it: the merge is refused as MERGE_CLASH while there is one.',
  })
  clashes!: MergeClash[];

  @Field(() => [String], { description: 'The fields that the one that stays has empty, and takes from the other.' })
  filled!: string[];

  @Field(() => [String], { description: 'The fields on which both differ: those of the one that stays are kept.' })
  lost!: string[];

  @Field(() => String, { description: 'What this preview rests on: send it to merge exactly this.' })
  hash!: string;
}

@ObjectType({ description: 'A merge that was done.' })
export class StructureMerged {
  @Field(() => Structure, { description: 'The structure that stayed.' })
  structure!: Structure;

  @Field(() => ID, { description: 'What to send to `undoAct` to take it back.' })
  act!: string;
}
