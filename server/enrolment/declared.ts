import { Field, Int, ObjectType } from 'type-graphql';
import { Day } from '../kernel/scalars.ts';

@ObjectType({ description: 'A certification as the structure declares it: a claim, which nobody has verified.' })
export class Certified {
  @Field(() => String, { description: 'Its name, such as Qualivilles.' })
  name!: string;

  @Field(() => Day, { nullable: true, description: 'Last day of its validity; null when it was not said.' })
  until!: string | null;
}

@ObjectType({ description: 'A partner that may be given the name and the contact of the structure, for one purpose.' })
export class Consent {
  @Field(() => String, { description: 'The key of the partner in the form of the edition.' })
  code!: string;

  @Field(() => String, { description: 'Who it is.' })
  name!: string;

  @Field(() => String, { description: 'The purpose, in the words that were ticked.' })
  purpose!: string;

  @Field(() => String, { description: 'When it was given, as an ISO 8601 instant.' })
  at!: string;
}

@ObjectType({ description: 'Structures of one kind within one band of population.' })
export class Stratum {
  @Field(() => String, { description: 'Its code, such as COMMUNE.20000.' })
  code!: string;

  @Field(() => String, { description: 'The kind of structure, as in StructureKind.' })
  kind!: string;

  @Field(() => Int, { nullable: true, description: 'Fewest inhabitants, taken in; null when not known.' })
  from!: number | null;

  @Field(() => Int, { nullable: true, description: 'Most inhabitants, left out; null for no limit.' })
  below!: number | null;
}
