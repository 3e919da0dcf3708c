import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { SpecialPrize } from '../edition/prize.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Panel } from '../panel/panel.ts';

/** How a panel decides. */
export enum VotingMode {
  RATIFY = 'RATIFY',
  SCORE = 'SCORE',
  RANK = 'RANK',
  MAJORITY_JUDGMENT = 'MAJORITY_JUDGMENT',
}
registerEnumType(VotingMode, {
  name: 'VotingMode',
  description: 'How a panel decides on an award.',
  valuesConfig: {
    RATIFY: { description: 'The ranking stands, unless a motivated motion overturns it.' },
    SCORE: { description: 'Marks on weighted criteria; the best mean.' },
    RANK: { description: 'Orders of preference, counted by the Schulze method.' },
    MAJORITY_JUDGMENT: { description: 'Grades in words; the best majority grade.' },
  },
});

/** Until when the names of structures stay behind their codes. */
export enum NameRule {
  SHOWN = 'SHOWN',
  ONCE_DECIDED = 'ONCE_DECIDED',
}
registerEnumType(NameRule, {
  name: 'NameRule',
  description: 'When jurors see the names of the structures they judge.',
  valuesConfig: {
    SHOWN: { description: 'From the start.' },
    ONCE_DECIDED: { description: 'Once the award is decided: until then a code stands for each.' },
  },
});

/** The scale of majority judgment. */
export enum GradeScale {
  SIX = 'SIX',
  SEVEN = 'SEVEN',
}
registerEnumType(GradeScale, {
  name: 'GradeScale',
  description: 'The grades of majority judgment.',
  valuesConfig: {
    SIX: { description: 'Très bien, Bien, Assez bien, Passable, Insuffisant, À rejeter.' },
    SEVEN: { description: 'The same, with Excellent above.' },
  },
});

@ObjectType({ description: 'Something jurors mark candidates on.' })
export class VotingCriterion {
  @Field(() => String, { description: 'Its key on ballots.' })
  code!: string;

  @Field(() => String, { description: 'As jurors read it.' })
  label!: string;

  @Field(() => DecimalText, { description: 'What it weighs beside the others, above 0.' })
  weight!: string;
}

/**
 * One award entrusted to a panel, with the rules of its deliberation. What the award itself obeys (ties, minimum field
 * and score, how many ex æquo) are those of its category or prize. The database refuses to change either once frozen.
 */
@ObjectType({ description: 'One award entrusted to a panel, with the rules it is decided by.' })
@Entity()
@Unique({ name: 'mandate_category_once', properties: ['category'] })
@Unique({ name: 'mandate_prize_once', properties: ['prize'] })
@Check({ name: 'mandate_of_one', expression: '(category_id is null) <> (prize_id is null)' })
@Check({ name: 'mandate_quorum_fewest_positive', expression: 'quorum_fewest >= 1' })
@Check({ name: 'mandate_short_list_positive', expression: 'short_list >= 1' })
export class Mandate extends Stored {
  @ManyToOne(() => Panel, { ref: true, index: true })
  panel!: Ref<Panel>;

  @ManyToOne(() => Category, { ref: true, nullable: true, deleteRule: 'no action' })
  category: Ref<Category> | null = null;

  @ManyToOne(() => SpecialPrize, { ref: true, nullable: true, deleteRule: 'no action' })
  prize: Ref<SpecialPrize> | null = null;

  @Field(() => VotingMode, { description: 'How it is decided.' })
  @Enum({ items: () => VotingMode })
  mode: Opt<VotingMode> = VotingMode.RATIFY;

  @Field(() => String, { description: 'The share of the entitled jurors that must be there: "1/2".' })
  @Property({ type: 'text' })
  quorumShare: Opt<string> = '1/2';

  @Field(() => Boolean, { description: 'Whether more than that share is needed, and not as much.' })
  @Property({ type: 'boolean' })
  quorumStrictly: Opt<boolean> = false;

  @Field(() => Int, { description: 'Never fewer jurors than these, however many are recused; from 1.' })
  @Property({ type: 'smallint' })
  quorumFewest: Opt<number> = 3;

  @Field(() => Boolean, { description: 'Whether whoever presides parts those whom nothing else parts.' })
  @Property({ type: 'boolean' })
  castingVote: Opt<boolean> = false;

  @Field(() => Int, { description: 'How many are on the short list, from 1; equals of the last are on it too.' })
  @Property({ type: 'smallint' })
  shortList: Opt<number> = 5;

  @Field(() => NameRule, { description: 'When jurors see names.' })
  @Enum({ items: () => NameRule })
  names: Opt<NameRule> = NameRule.SHOWN;

  @Field(() => GradeScale, { description: 'The grades, for majority judgment only.' })
  @Enum({ items: () => GradeScale })
  grades: Opt<GradeScale> = GradeScale.SEVEN;

  @Field(() => [VotingCriterion], { description: 'What is marked, for marks only.' })
  @Property({ type: 'json' })
  criteria: Opt<VotingCriterion[]> = [];

  @Field(() => Int, { description: 'Marks go from 0 to it, for marks only.' })
  @Property({ type: 'smallint' })
  scale: Opt<number> = 20;

  @Field(() => Boolean, {
    description: 'Whether a ballot may leave candidates out: they then come last, or have the worst grade.',
  })
  @Property({ type: 'boolean' })
  mayOmit: Opt<boolean> = true;

  @Field(() => Date, {
    nullable: true,
    description: 'When the first ballot was opened: the rules no longer change; null before.',
  })
  @Property({ type: 'datetime', nullable: true })
  frozenAt: Date | null = null;

  @Field(() => Panel, { name: 'panel', description: 'The panel.' })
  loadPanel() {
    return this.panel.load();
  }

  @Field(() => Category, { name: 'category', nullable: true, description: 'The category whose trophy it is.' })
  async loadCategory() {
    return this.category?.load() ?? null;
  }

  @Field(() => SpecialPrize, { name: 'prize', nullable: true, description: 'The special prize it is.' })
  async loadPrize() {
    return this.prize?.load() ?? null;
  }
}
