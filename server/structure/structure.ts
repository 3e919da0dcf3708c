import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { Stored } from '../kernel/stored.ts';

@ObjectType({ description: 'A body, or a site of a body, that receives the public.' })
@Entity()
@Check({ name: 'structure_siren_shape', expression: `siren ~ '^[0-9]{9}$'` })
@Check({ name: 'structure_siret_shape', expression: `siret ~ '^[0-9]{14}$'` })
@Check({ name: 'structure_population_positive', expression: 'population >= 0' })
@Index({
  name: 'structure_siren_once',
  expression: 'create unique index "structure_siren_once" on "structure" ("siren") where parent_id is null',
})
@Index({ name: 'structure_by_name', properties: ['name', 'id'] })
@Index({
  name: 'structure_words',
  expression:
    'create index "structure_words" on "structure" using gin ("name" gin_trgm_ops, "reference" gin_trgm_ops, "siren" gin_trgm_ops, "siret" gin_trgm_ops, "insee_code" gin_trgm_ops)',
})
export class Structure extends Stored {
  @Field(() => String, { description: 'Our stable reference, printed on orders to field agencies.' })
  @Property({ type: 'text', unique: 'structure_reference_unique' })
  reference!: string;

  @Field(() => String, { description: 'Its name, as it may be printed.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => StructureKind, { description: 'What it is.' })
  @Enum({ items: () => StructureKind })
  kind!: StructureKind;

  @Field(() => String, {
    nullable: true,
    description: 'SIREN of the legal body, 9 digits. A site has that of its body, or none.',
  })
  @Property({ type: 'text', nullable: true })
  siren: string | null = null;

  @Field(() => String, { nullable: true, description: 'SIRET of the site, 14 digits.' })
  @Property({ type: 'text', nullable: true, unique: 'structure_siret_unique' })
  siret: string | null = null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune, 5 characters (2A and 2B exist).' })
  @Property({ type: 'text', nullable: true })
  inseeCode: string | null = null;

  @Field(() => String, { nullable: true, description: 'Code of the département, 2 or 3 characters.' })
  @Property({ type: 'text', nullable: true })
  departmentCode: string | null = null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the region.' })
  @Property({ type: 'text', nullable: true })
  regionCode: string | null = null;

  @Field(() => Int, { nullable: true, description: 'Inhabitants.' })
  @Property({ type: 'integer', nullable: true })
  population: number | null = null;

  @Field(() => Int, { nullable: true, description: 'The year of that population.' })
  @Property({ type: 'smallint', nullable: true })
  populationYear: number | null = null;

  @Field(() => Boolean, { description: 'Invented for the demonstration: no such body exists.' })
  @Property({ type: 'boolean' })
  fictional: Opt<boolean> = false;

  @ManyToOne(() => Structure, { ref: true, nullable: true, deleteRule: 'no action' })
  parent: Ref<Structure> | null = null;

  @Field(() => Structure, { name: 'parent', nullable: true, description: 'The body a site belongs to.' })
  async loadParent() {
    return this.parent?.load() ?? null;
  }
}
