import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { VotingMode } from '../mandate/mandate.ts';
import { MeetingLine } from '../meeting/view.ts';
import { Juror, Office } from '../panel/juror.ts';

/** What is left for a juror to do before the meeting. */
export enum JurorTask {
  ANSWER = 'ANSWER',
  SECOND_FACTOR = 'SECOND_FACTOR',
  TIES = 'TIES',
  FILES = 'FILES',
}
registerEnumType(JurorTask, {
  name: 'JurorTask',
  description: 'What is left for a juror to do before the meeting.',
  valuesConfig: {
    ANSWER: { description: 'Accept the seat, or decline it.' },
    SECOND_FACTOR: { description: 'Set up the one-time code.' },
    TIES: { description: 'Declare their ties.' },
    FILES: { description: 'Read the files and give an opinion of each.' },
  },
});

@ObjectType({ description: 'How far a juror has come.' })
export class JurorProgress {
  @Field(() => Juror, { description: 'The juror.' })
  juror!: Juror;

  @Field(() => Int, { description: 'How many files are open to them.' })
  filesDue!: number;

  @Field(() => Int, { description: 'How many of them they gave an opinion of.' })
  opinionsGiven!: number;

  @Field(() => [JurorTask], { description: 'What is left; empty when they are ready.' })
  left!: JurorTask[];

  @Field(() => Boolean, { description: 'Whether a reminder may be mailed now: something is left, and none was today.' })
  mayRemind!: boolean;
}

@ObjectType({ description: 'An award on a panel one sits on.' })
export class OwnAward {
  @Field(() => ID, { description: 'The award, as a mandate.' })
  mandateId!: string;

  @Field(() => String, { description: 'As it is printed in the palmarès.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether one is recused from it: its files are closed.' })
  recused!: boolean;

  @Field(() => VotingMode, { nullable: true, description: 'How it is decided; null to whoever is recused.' })
  mode!: VotingMode | null;

  @Field(() => Int, { nullable: true, description: 'How many files it has; null to whoever is recused.' })
  filesDue!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many one gave an opinion of; null to whoever is recused.' })
  opinionsGiven!: number | null;
}

@ObjectType({ description: 'A seat one holds, and what it opens.' })
export class OwnSeat {
  @Field(() => ID, { description: 'The seat.' })
  jurorId!: string;

  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;

  @Field(() => String, { description: 'The panel, by its name.' })
  panel!: string;

  @Field(() => Int, { description: 'The year of the edition.' })
  year!: number;

  @Field(() => String, { description: 'The edition, by its name that year.' })
  edition!: string;

  @Field(() => Office, { description: 'What one does on it.' })
  office!: Office;

  @Field(() => String, { description: 'What one accepted with the seat.' })
  terms!: string;

  @Field(() => Boolean, {
    description: 'Whether it is open now: the phase, and the second factor where one is needed.',
  })
  open!: boolean;

  @Field(() => [JurorTask], { description: 'What is left to do; empty when one is ready.' })
  left!: JurorTask[];

  @Field(() => Boolean, {
    description: 'Whether staff made sure that none of one’s ties is missing. Until then one is recused everywhere.',
  })
  tiesChecked!: boolean;

  @Field(() => [OwnAward], { description: 'Its awards; none while it is not open.' })
  awards!: OwnAward[];

  @Field(() => [MeetingLine], { description: 'Its meetings; none while it is not open.' })
  meetings!: MeetingLine[];
}
