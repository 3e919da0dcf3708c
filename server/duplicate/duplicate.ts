import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { Structure } from '../structure/structure.ts';

/** Why two structures may be one. */
export enum DuplicateReason {
  SAME_SIREN = 'SAME_SIREN',
  SAME_SIRET = 'SAME_SIRET',
  SAME_INSEE_CODE = 'SAME_INSEE_CODE',
  ALIKE_NAME = 'ALIKE_NAME',
}
registerEnumType(DuplicateReason, {
  name: 'DuplicateReason',
  description: 'Why two structures may be one.',
  valuesConfig: {
    SAME_SIREN: { description: 'They bear the same SIREN, and neither is a site of the other.' },
    SAME_SIRET: { description: 'They bear the same SIRET.' },
    SAME_INSEE_CODE: { description: 'They are communes with the same INSEE code.' },
    ALIKE_NAME: { description: 'Their names are nearly equal, in the same département as far as it is known.' },
  },
});

@ObjectType({ description: 'A structure of the register that may be the same as another, and why.' })
export class Duplicate {
  @Field(() => Structure, { description: 'The structure of the register.' })
  structure!: Structure;

  @Field(() => [DuplicateReason], { description: 'Why they may be one.' })
  reasons!: DuplicateReason[];
}

@ObjectType({ description: 'Two structures of the register that may be one, and why.' })
export class DuplicatePair {
  @Field(() => Structure, { description: 'One of them: the one registered first.' })
  one!: Structure;

  @Field(() => Structure, { description: 'The other.' })
  other!: Structure;

  @Field(() => [DuplicateReason], { description: 'Why they may be one.' })
  reasons!: DuplicateReason[];
}

@ObjectType({ description: 'One page of the pairs that may be one, the surest first.' })
export class DuplicatePage {
  @Field(() => [DuplicatePair], { description: 'The pairs of this page.' })
  items!: DuplicatePair[];

  @Field(() => Int, { description: 'How many pairs all pages have.' })
  total!: number;
}

@InputType({ description: 'What is typed so far of a structure: nothing is required, nothing is checked.' })
export class StructureDraft {
  @Field(() => ID, { nullable: true, description: 'The structure being corrected; left out for a new one.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => StructureKind, { nullable: true, description: 'What it is.' })
  kind?: StructureKind | null;

  @Field(() => String, { nullable: true, description: 'SIREN, however it is spaced.' })
  siren?: string | null;

  @Field(() => String, { nullable: true, description: 'SIRET, however it is spaced.' })
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune.' })
  inseeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the département.' })
  departmentCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The body it is a site of.' })
  parentId?: string | null;
}
