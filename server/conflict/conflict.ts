import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../kernel/scalars.ts';
import { Mandate } from '../mandate/mandate.ts';
import { Juror } from '../panel/juror.ts';
import { Structure } from '../structure/structure.ts';
import { Affiliation, TieKind, TieKnowledge } from './affiliation.ts';

/** How sure a conflict is. */
export enum ConflictState {
  CERTAIN = 'CERTAIN',
  DECLARED = 'DECLARED',
  TO_CONFIRM = 'TO_CONFIRM',
  DISMISSED = 'DISMISSED',
}
registerEnumType(ConflictState, {
  name: 'ConflictState',
  description: 'How sure a conflict is. Whoever has one that is not dismissed is recused.',
  valuesConfig: {
    CERTAIN: {
      description: 'A verified tie with the legal body, or one that staff confirmed. It cannot be dismissed.',
    },
    DECLARED: { description: 'The juror says so, and is believed.' },
    TO_CONFIRM: { description: 'Whatever else leads there, or may. Until it is looked at, it recuses.' },
    DISMISSED: { description: 'Set aside, for a motive.' },
  },
});

/** How one body leads to the next. */
export enum OrganisationRelation {
  PARENT = 'PARENT',
  CHILD = 'CHILD',
  SAME_SIREN = 'SAME_SIREN',
  INTERCOMMUNALITY = 'INTERCOMMUNALITY',
  MEMBER = 'MEMBER',
  DEPARTMENT = 'DEPARTMENT',
  COMMUNE = 'COMMUNE',
}
registerEnumType(OrganisationRelation, {
  name: 'OrganisationRelation',
  description: 'How one body leads to the next.',
});

@ObjectType({ description: 'One step from the body of a tie towards a candidate.' })
export class ConflictStep {
  @Field(() => OrganisationRelation, { description: 'How it leads there.' })
  relation!: OrganisationRelation;

  @Field(() => String, { description: 'Where it arrives.' })
  name!: string;
}

@ObjectType({ description: 'A conflict between a juror and a structure in the field of an award, and its reason.' })
export class ConflictCase {
  @Field(() => ID, { description: 'Stable as long as the tie and the structure are.' })
  id!: string;

  @Field(() => Juror, { description: 'The juror.' })
  juror!: Juror;

  @Field(() => Affiliation, {
    nullable: true,
    description: 'The tie; null where it was set aside that the ties were never checked.',
  })
  affiliation!: Affiliation | null;

  @Field(() => Structure, { description: 'The structure in the field.' })
  structure!: Structure;

  @Field(() => [Mandate], { description: 'The awards it keeps the juror from, or would.' })
  mandates!: Mandate[];

  @Field(() => [ConflictStep], {
    nullable: true,
    description: 'From the body of the tie to the structure; empty for the very same; null for a body not found.',
  })
  path!: ConflictStep[] | null;

  @Field(() => ConflictState, { description: 'How sure it is.' })
  state!: ConflictState;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed; null otherwise.' })
  motive!: string | null;

  @Field(() => Boolean, { description: 'Whether it is certain because staff confirmed it: that can be taken back.' })
  confirmed!: boolean;
}

@ObjectType({ description: 'Whether a juror is kept from an award, and why.' })
export class AwardVerdict {
  @Field(() => Juror, { description: 'The juror.' })
  juror!: Juror;

  @Field(() => Mandate, { description: 'The award.' })
  mandate!: Mandate;

  @Field(() => Boolean, { description: 'Whether they are recused.' })
  recused!: boolean;

  @Field(() => String, { nullable: true, description: 'Why, as the minutes would say it; null when they are not.' })
  motive!: string | null;
}

@ObjectType({ description: 'A tie as the juror themself reads it.' })
export class OwnTie {
  @Field(() => ID, { description: 'The tie.' })
  id!: string;

  @Field(() => TieKind, { description: 'What it is.' })
  kind!: TieKind;

  @Field(() => String, { description: 'The body, as it was said.' })
  bodyName!: string;

  @Field(() => Day, { nullable: true, description: 'The last day of a tie that ended; null while it lasts.' })
  until!: string | null;

  @Field(() => TieKnowledge, { description: 'How it is known.' })
  known!: TieKnowledge;
}
