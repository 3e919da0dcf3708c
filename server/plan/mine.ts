import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelCode, StructureKind } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { AssignmentState } from './assignment.ts';

@ObjectType({ description: 'Who one says one is in a test, and where one is answered.' })
export class OwnPersona {
  @Field(() => String, { description: 'The name one goes by.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'The mailbox one writes from.' })
  mailbox!: string | null;

  @Field(() => String, { nullable: true, description: 'The line one calls from.' })
  phoneLine!: string | null;

  @Field(() => String, { nullable: true, description: 'The address one writes from.' })
  address!: string | null;
}

@ObjectType({ description: 'A test that is given to whoever asks: all they need for it, and nothing else.' })
export class OwnAssignment {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its number in the edition.' })
  reference!: string;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Day, { description: 'The day it is done.' })
  onDay!: string;

  @Field(() => String, { description: 'From when, on the clock of the structure.' })
  fromTime!: string;

  @Field(() => String, { description: 'Until when.' })
  toTime!: string;

  @Field(() => String, { description: 'The IANA name of the time zone of the structure.' })
  zone!: string;

  @Field(() => AssignmentState, { description: 'Where it stands.' })
  state!: AssignmentState;

  @Field(() => Int, { description: 'From 1: how often this test was tried.' })
  attempt!: number;

  @Field(() => String, { description: 'The structure, by name.' })
  structure!: string;

  @Field(() => StructureKind, { description: 'What it is.' })
  structureKind!: StructureKind;

  @Field(() => String, { nullable: true, description: 'The code of its département.' })
  departmentCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The INSEE code of its commune.' })
  inseeCode!: string | null;

  @Field(() => String, { description: 'What the test is about.' })
  scenario!: string;

  @Field(() => String, { description: 'What one does and says.' })
  instructions!: string;

  @Field(() => OwnPersona, { nullable: true, description: 'Who one says one is; null where it does not matter.' })
  persona!: OwnPersona | null;
}
