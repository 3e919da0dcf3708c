import { Field, InputType } from 'type-graphql';
import { Day, Title } from '../kernel/scalars.ts';
import { PanelOrigin, Tier } from './enrolment.ts';

@InputType({ description: 'Until when a certification is valid, as the structure declares it.' })
export class CertifiedInput {
  @Field(() => Title, { description: 'Its name, such as Qualivilles.' })
  name!: string;

  @Field(() => Day, { nullable: true, description: 'Last day of its validity.' })
  until!: string | null;
}

@InputType({ description: 'What staff say of an enrolment. A field left out stays.' })
export class EnrolmentInput {
  @Field(() => Tier, { nullable: true, description: 'What it gets back.' })
  tier?: Tier;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is visited at the counter.' })
  reception?: boolean;

  @Field(() => PanelOrigin, { nullable: true, description: 'How it came into the panel.' })
  origin?: PanelOrigin;

  @Field(() => [Title], { nullable: true, description: 'The certifications it declares, such as Qualivilles.' })
  certifications?: string[];

  @Field(() => [CertifiedInput], { nullable: true, description: 'Until when they are valid, for those that say it.' })
  certifiedUntil?: CertifiedInput[];
}
