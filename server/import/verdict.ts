import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Fault } from '../kernel/fault.ts';

/** What a row of a file comes to. */
export enum ImportOutcome {
  NEW = 'NEW',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}
registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description: 'What a row of a file comes to.',
  valuesConfig: {
    NEW: { description: 'Its record does not exist.' },
    CHANGED: { description: 'Its record exists with other values.' },
    UNCHANGED: { description: 'Its record exists just so.' },
    REFUSED: { description: 'It has faults: it is not imported.' },
  },
});

@ObjectType({ description: 'What a row of a file would change in one column.' })
export class ImportDifference {
  @Field(() => String, { description: 'The column.' })
  column!: string;

  @Field(() => String, { nullable: true, description: 'What is recorded, written as in a file; null for nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What the row says; null for nothing.' })
  after!: string | null;
}

@ObjectType({ description: 'What becomes of one row of a file, and why.' })
export class ImportVerdict {
  @Field(() => ID, { description: 'Its line, as an identifier within the import.' })
  id!: string;

  @Field(() => Int, { description: 'The line of the file, from 1, the heading included.' })
  line!: number;

  @Field(() => ImportOutcome, { description: 'What it comes to.' })
  outcome!: keyof typeof ImportOutcome;

  @Field(() => String, { description: 'What the row is about: the name of a structure, the number of a test.' })
  name!: string;

  @Field(() => [String], { description: 'Its cells, as they came, from the left.' })
  cells!: readonly string[];

  @Field(() => [ImportDifference], { description: 'What it changes; empty for a new record.' })
  differences!: readonly ImportDifference[];

  @Field(() => [Fault], { description: 'Why it is refused; empty when it is not.' })
  faults!: readonly Fault[];
}
