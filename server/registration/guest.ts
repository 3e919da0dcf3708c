import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EnrolmentState } from '../enrolment/enrolment.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { Day, Year } from '../kernel/scalars.ts';
import { ConsentPartner, FormCondition } from './form.ts';
import { type Status, statuses } from './invitation.rules.ts';
import { Answers } from './registration.ts';

/** Where a link leads, as an enumeration of the contract. */
export const InvitationStatus = Object.fromEntries(statuses.map((status) => [status, status])) as Record<
  Status,
  Status
>;
registerEnumType(InvitationStatus, {
  name: 'InvitationStatus',
  description: 'Where a personal link leads today.',
  valuesConfig: {
    OPEN: { description: 'To the form.' },
    NOT_YET: { description: 'Nowhere yet: registration has not begun.' },
    CLOSED: { description: 'Nowhere any more: registration is over.' },
    EXPIRED: { description: 'Nowhere: its last day is past, though registration is not over.' },
    REVOKED: { description: 'Nowhere: staff made it useless, or sent another.' },
    SUBMITTED: { description: 'To what was submitted.' },
    CONFIRMED: { description: 'To what was confirmed.' },
    WITHDRAWN: { description: 'Nowhere: the structure does not take part.' },
  },
});

@ObjectType({ description: 'What a personal link tells whoever holds it, before they prove anything.' })
export class Doorstep {
  @Field(() => InvitationStatus, { description: 'Where it leads.' })
  status!: Status;

  @Field(() => Boolean, { description: 'Whether this browser has proved itself.' })
  mine!: boolean;

  @Field(() => Boolean, { description: 'Whether the form was begun, here or elsewhere.' })
  begun!: boolean;

  @Field(() => Year, { description: 'The year of the edition.' })
  year!: number;

  @Field(() => String, { description: 'The name of the barometer that year.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'The structure; null until this browser may know it.' })
  structure!: string | null;

  @Field(() => Day, { nullable: true, description: 'First day of registration.' })
  registrationFrom!: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day of registration.' })
  registrationTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Where questions go.' })
  replyTo!: string | null;
}

@ObjectType({ description: 'What the register says of the structure, as its form shows it.' })
export class KnownStructure {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => StructureKind, { description: 'What it is.' })
  kind!: StructureKind;

  @Field(() => String, { nullable: true, description: 'SIREN, 9 digits.' })
  siren!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the département.' })
  departmentCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'Inhabitants.' })
  population!: number | null;

  @Field(() => Int, { nullable: true, description: 'The year of that population.' })
  populationYear!: number | null;
}

@ObjectType({ description: 'The registration form of a structure, in the browser that may fill it in.' })
export class GuestForm {
  @Field(() => Int, { description: 'Send it back when saving: an older one is refused as STALE.' })
  version!: number;

  @Field(() => EnrolmentState, {
    description: 'Where the enrolment stands: it is filled in as DRAFT, read afterwards.',
  })
  state!: EnrolmentState;

  @Field(() => KnownStructure, { description: 'What the register says of the structure.' })
  structure!: KnownStructure;

  @Field(() => [FormCondition], { description: 'The conditions of participation.' })
  conditions!: FormCondition[];

  @Field(() => [ConsentPartner], { description: 'The partners that may be consented to.' })
  partners!: ConsentPartner[];

  @Field(() => Answers, { description: 'What was typed so far.' })
  answers!: Answers;

  @Field(() => String, { nullable: true, description: 'Why staff sent it back; null when they did not.' })
  returnedMotive!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was last saved.' })
  savedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was submitted.' })
  submittedAt!: Date | null;
}
