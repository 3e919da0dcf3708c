import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Criterion } from '../grid/criterion.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { ChannelCell } from '../ranking/ranking.ts';
import { Robustness } from '../ranking/robustness.ts';
import { KnockOutLine, ScoreExclusion } from '../ranking/verdict.ts';
import type { Language as Tongue } from '../score/formula.words.rules.ts';
import { PlaceToGain, WeightSwap } from './neighbour.ts';
import { Points } from './points.ts';

/** A language a formula is written in. */
export enum Language {
  FR = 'FR',
  EN = 'EN',
}
registerEnumType(Language, { name: 'Language', description: 'A language a sentence is written in.' });

/** What became of a channel in the overall score. */
export enum ChannelOutcome {
  SCORED = 'SCORED',
  NOT_COMPARED = 'NOT_COMPARED',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  RENORMALISED = 'RENORMALISED',
  ZERO = 'ZERO',
  FLOOR = 'FLOOR',
  EXCLUDED = 'EXCLUDED',
}
registerEnumType(ChannelOutcome, {
  name: 'ChannelOutcome',
  description: 'What became of a channel in the overall score.',
  valuesConfig: {
    SCORED: { description: 'It has a score, which counts.' },
    NOT_COMPARED: { description: 'Optional: it stays outside the overall score.' },
    NOT_APPLICABLE: { description: 'Nothing on it applies to the structure: the other channels share its weight.' },
    RENORMALISED: { description: 'Without a score: the other channels share its weight.' },
    ZERO: { description: 'Without a score: it counts as 0.' },
    FLOOR: { description: 'Without a score: it counts as a declared score.' },
    EXCLUDED: { description: 'Without a score: the structure leaves the ranking.' },
  },
});

@ObjectType({ description: 'A score on one criterion, and what it brings to the overall score.' })
export class CriterionLine {
  @Field(() => Criterion, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => DecimalText, { nullable: true, description: 'On 100; null when it did not apply.' })
  score!: string | null;

  @Field(() => Int, { description: 'How many findings it rests on.' })
  base!: number;

  @Field(() => Points, {
    nullable: true,
    description:
      'What it brings, in points of the overall score: share of the channel × its part in the channel × its score. ' +
      'A bonus criterion before the cap. 0 without a score; null when the structure has no overall score.',
  })
  part!: Points | null;

  @Field(() => Points, {
    nullable: true,
    description:
      'What it would still bring at full marks, in points of the overall score, before any cap: share × its part × ' +
      '(full marks − score). Null without a score.',
  })
  gain!: Points | null;
}

@ObjectType({ description: 'A score on one channel, with what it is made of and what it brings to the overall score.' })
export class ChannelLine extends ChannelCell {
  @Field(() => Int, { description: 'How many structures of its category have a score on it: what the mean rests on.' })
  structureCount!: number;

  @Field(() => Int, { description: 'How many findings it rests on.' })
  base!: number;

  @Field(() => ChannelOutcome, { nullable: true, description: 'What became of it; null for a run of another engine.' })
  outcome!: ChannelOutcome | null;

  @Field(() => DecimalText, { nullable: true, description: 'Weighted mean of its criteria before bonus, on 100.' })
  earned!: string | null;

  @Field(() => DecimalText, { description: 'Points on 100 that its bonus criteria added, after the cap.' })
  bonus!: string;

  @Field(() => DecimalText, { description: 'Points on 100 that the cap took off them.' })
  capped!: string;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'What enters the overall score, on 100: its score, 0 or its floor; null when it stays out.',
  })
  counted!: string | null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Its weight over that of all channels that count, 0 to 1, 4 decimals; 0 when it stays out.',
  })
  share!: string | null;

  @Field(() => Points, {
    nullable: true,
    description: 'What it brings: share × what enters, in points of the overall score. They add up to it exactly.',
  })
  part!: Points | null;

  @Field(() => Points, {
    nullable: true,
    description: 'What the cap takes off, in points of the overall score, 0 or less.',
  })
  cap!: Points | null;

  @Field(() => Points, {
    nullable: true,
    description: 'What is counted in place of a score, in points of the overall score; null when there is a score.',
  })
  floor!: Points | null;

  @Field(() => [CriterionLine], {
    description:
      'In the order of the form; their parts, the cap and the floor add up to the part of the channel. Empty for a ' +
      'structure of the free tier that reads its own sheet.',
  })
  criteria!: CriterionLine[];
}

@ObjectType({ description: 'A criterion where a structure stands apart from its category.' })
export class CriterionGap {
  @Field(() => Criterion, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => DecimalText, { description: 'Score of the structure, on 100.' })
  score!: string;

  @Field(() => DecimalText, { description: 'Mean of the category on it, on 100.' })
  mean!: string;

  @Field(() => DecimalText, { description: 'Score − mean, in points on 100, rounded once from exact values.' })
  gap!: string;

  @Field(() => Int, { description: 'How many structures the mean rests on.' })
  structureCount!: number;
}

@ObjectType({ description: 'The scores of one structure in one edition, down to the criterion.' })
export class ScoreSheet {
  @Field(() => Enrolment, { description: 'The structure in its edition.' })
  enrolment!: Enrolment;

  @Field(() => Int, { description: 'The number of the run it is read from.' })
  runNumber!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals.' })
  score!: string | null;

  @Field(() => String, { nullable: true, description: 'Overall, on 100, exact, as a fraction.' })
  exact!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in its category.' })
  rank!: number | null;

  @Field(() => Int, { description: 'How many structures are ranked in its category.' })
  field!: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Mean of its category; null to a structure when too few contribute.',
  })
  mean!: string | null;

  @Field(() => DecimalText, {
    nullable: true,
    description:
      'Share of the weight of the grid that rests on values, 0 to 1, 4 decimals; what does not apply is left out. ' +
      'Null for a run of an earlier engine.',
  })
  share!: string | null;

  @Field(() => ScoreExclusion, { nullable: true, description: 'Why it is out of the ranking, when it is.' })
  exclusion!: ScoreExclusion | null;

  @Field(() => [KnockOutLine], {
    description: 'Thresholds it fell under: it keeps its score and rank, and cannot receive the award.',
  })
  knockOuts!: KnockOutLine[];

  @Field(() => [ChannelLine], { description: 'In the order of the grid.' })
  channels!: ChannelLine[];

  @Field(() => [CriterionGap], {
    description: 'Where it is farthest above the mean of its category, 5 at most; none where the mean is withheld.',
  })
  strengths!: CriterionGap[];

  @Field(() => [CriterionGap], {
    description: 'Where it is farthest below the mean of its category, 5 at most; none where the mean is withheld.',
  })
  weaknesses!: CriterionGap[];

  @Field(() => PlaceToGain, { description: 'The fewest criteria to improve to gain one place.' })
  toGainOnePlace!: PlaceToGain;

  @Field(() => WeightSwap, { description: 'The smallest change of weights that would swap it with its neighbour.' })
  toSwap!: WeightSwap;

  @Field(() => Robustness, {
    nullable: true,
    description: 'How sure its score and rank are; null before it was studied, and to a structure of a small category.',
  })
  robustness!: Robustness | null;

  /** Its formula with its values, in a language: the `formula` of the contract. */
  formulaIn!: (language: Tongue) => string[];
}
