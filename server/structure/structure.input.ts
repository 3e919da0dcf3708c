import { Field, ID, InputType, Int } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { Code, Title } from '../kernel/scalars.ts';

@InputType({ description: 'What staff say of a structure.' })
export class StructureInput {
  @Field(() => Code, { description: 'Our stable reference.' })
  reference!: string;

  @Field(() => Title, { description: 'Its name, as it may be printed.' })
  name!: string;

  @Field(() => StructureKind, { description: 'What it is.' })
  kind!: StructureKind;

  @Field(() => String, { nullable: true, description: 'SIREN, 9 digits; its key is checked.' })
  siren?: string | null;

  @Field(() => String, { nullable: true, description: 'SIRET, 14 digits; its key is checked.' })
  siret?: string | null;

  @Field(() => Code, { nullable: true, description: 'INSEE code of the commune.' })
  inseeCode?: string | null;

  @Field(() => Code, { nullable: true, description: 'Code of the département.' })
  departmentCode?: string | null;

  @Field(() => Code, { nullable: true, description: 'INSEE code of the region.' })
  regionCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Inhabitants.' })
  population?: number | null;

  @Field(() => Int, { nullable: true, description: 'The year of that population.' })
  populationYear?: number | null;

  @Field(() => ID, { nullable: true, description: 'The body it is a site of.' })
  parentId?: string | null;
}
