import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Title } from '../kernel/scalars.ts';

@InputType({ description: 'What a device says of itself and of its clock.' })
abstract class FromDevice {
  @Field(() => Title, { description: 'The device, in a word.' })
  device!: string;

  @Field(() => Date, { description: 'The instant of this request, on the clock of the device.' })
  sentAt!: Date;

  @Field(() => Int, { description: 'Milliseconds the last exchange took; 0 for none.' })
  roundTrip!: number;

  @Field(() => GraphQLJSONObject, { description: 'All that was typed: answers, events, verbatims.' })
  content!: Record<string, unknown>;
}

@InputType({ description: 'A draft as a device saves it.' })
export class DraftInput extends FromDevice {
  @Field(() => ID, { description: 'Of the planned test.' })
  assignmentId!: string;

  @Field(() => Int, { description: 'The revision it follows; 0 for the first.' })
  revision!: number;
}

@InputType({ description: 'A test as a device sends it.' })
export class SubmissionInput extends FromDevice {
  @Field(() => ID, { description: 'Of this sending, given by the device: sent again, it changes nothing.' })
  key!: string;

  @Field(() => ID, { description: 'Of the planned test.' })
  assignmentId!: string;

  @Field(() => ID, { description: 'The version of the grid it was filled in on.' })
  gridId!: string;
}
