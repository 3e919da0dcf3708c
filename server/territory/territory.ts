import { Field, Int, ObjectType } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';

/** A body of the reference: nothing of it is stored, so nothing of it can be changed here. */
@ObjectType({
  description:
    'A commune, intercommunality, département or region of the official reference (INSEE, DGCL, La Poste; Licence Ouverte).',
})
export class Territory {
  @Field(() => StructureKind, { description: 'COMMUNE, INTERCOMMUNALITY, DEPARTMENT or REGION.' })
  kind!: StructureKind;

  @Field(() => String, { description: 'INSEE code; for an intercommunality, its SIREN.' })
  code!: string;

  @Field(() => String, { description: 'Its name: Saint-Étienne, Loire.' })
  name!: string;

  @Field(() => String, {
    description: 'The name of the body that runs it, as it may be printed: Ville de Saint-Étienne.',
  })
  bodyName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SIREN, 9 digits; the reference has none for départements, regions and most overseas collectivities.',
  })
  siren!: string | null;

  @Field(() => [String], { description: 'The postcodes of a commune; none for the others.' })
  postcodes!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Municipal population: inhabitants. Of others than communes, the sum of their communes; the Rhône without the Métropole de Lyon.',
  })
  population!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The year of that population; null where the reference does not say it, or mixes years.',
  })
  populationYear!: number | null;

  @Field(() => String, { nullable: true, description: 'Code of its département; null when it lies in several.' })
  departmentCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of its département.' })
  departmentName!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of its region; null when it lies in several.' })
  regionCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of its region.' })
  regionName!: string | null;

  @Field(() => String, { nullable: true, description: 'SIREN of the intercommunality of a commune.' })
  intercommunalityCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the intercommunality of a commune.' })
  intercommunalityName!: string | null;

  @Field(() => Int, { description: 'The year of the reference: its boundaries, names and codes.' })
  referenceYear!: number;
}
