import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Office } from '../panel/juror.ts';
import { ItemView } from './item.view.ts';

@ObjectType({ description: 'Someone who sits on the panel, seen from the room.' })
export class RoomSeat {
  @Field(() => ID, { description: 'The seat.' })
  id!: string;

  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What they are known for.' })
  quality!: string | null;

  @Field(() => Office, { description: 'What they do on the panel.' })
  office!: Office;

  @Field(() => Boolean, { description: 'Whether they are in the room.' })
  here!: boolean;
}

@ObjectType({ description: 'A meeting, as whoever asks may see it.' })
export class MeetingView {
  @Field(() => ID, { description: 'The meeting.' })
  id!: string;

  @Field(() => Int, { description: 'Its version, to correct it with.' })
  version!: number;

  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;

  @Field(() => String, { description: 'The panel, by its name.' })
  panel!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  place!: string | null;

  @Field(() => Date, { description: 'When it is due to begin.' })
  startsAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was opened; null before.' })
  openedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null before.' })
  closedAt!: Date | null;

  @Field(() => Boolean, {
    description: 'Whether whoever asks may read its minutes now, at `/admin/reports/minutes/<id>`.',
  })
  mayReadMinutes!: boolean;

  @Field(() => RoomSeat, { nullable: true, description: 'The seat of whoever asks; null for staff.' })
  me!: RoomSeat | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether staff made sure that none of one’s own ties is missing: until then one is recused from every item. ' +
      'Null for staff.',
  })
  tiesChecked!: boolean | null;

  @Field(() => [RoomSeat], { description: 'Those who sit on the panel.' })
  people!: RoomSeat[];

  @Field(() => [ItemView], { description: 'The agenda, in its order.' })
  items!: ItemView[];
}

@ObjectType({ description: 'A meeting in a list.' })
export class MeetingLine {
  @Field(() => ID, { description: 'The meeting.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'The panel, by its name.' })
  panel!: string;

  @Field(() => Date, { description: 'When it is due to begin.' })
  startsAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was opened; null before.' })
  openedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null before.' })
  closedAt!: Date | null;
}
