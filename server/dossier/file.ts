import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Verdict } from '../claim/claim.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { ShownObservation } from '../provisional/shown.ts';

@ObjectType({ description: 'A score on one channel, beside the mean of the category on it.' })
export class FileChannel {
  @Field(() => ChannelCode, { description: 'The channel.' })
  code!: ChannelCode;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, 2 decimals; null when it was not tested on it.' })
  score!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Mean of the category, on 100, 2 decimals.' })
  mean!: string | null;
}

@ObjectType({ description: 'The score of the structure in one edition.' })
export class FilePoint {
  @Field(() => Int, { description: 'The year of the edition.' })
  year!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals; null without one.' })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in its category that year; null without a score.' })
  rank!: number | null;

  @Field(() => Int, { description: 'How many were ranked with it.' })
  field!: number;

  @Field(() => Boolean, { description: 'Whether the series breaks since the edition before: figures do not compare.' })
  broken!: boolean;
}

@ObjectType({ description: 'How sure a score and a place are: 90 % intervals, never official.' })
export class FileCertainty {
  @Field(() => Float, { nullable: true, description: 'Low end of the score, on 100.' })
  scoreLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'High end of the score, on 100.' })
  scoreHigh!: number | null;

  @Field(() => Int, { nullable: true, description: 'Best place, had the tests fallen otherwise.' })
  rankLow!: number | null;

  @Field(() => Int, { nullable: true, description: 'Worst place, had the tests fallen otherwise.' })
  rankHigh!: number | null;

  @Field(() => Int, { nullable: true, description: 'Best place it cannot be told apart from.' })
  tiedFrom!: number | null;

  @Field(() => Int, { nullable: true, description: 'Worst place it cannot be told apart from.' })
  tiedTo!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is no interval; null with one.' })
  reason!: string | null;
}

@ObjectType({ description: 'What another juror thinks of a file.' })
export class FileOpinion {
  @Field(() => String, { description: 'Who thinks so.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether they have left the panel since: what they said stays, marked.' })
  former!: boolean;

  @Field(() => String, { description: 'What they think.' })
  text!: string;

  @Field(() => Date, { description: 'When they first said so.' })
  at!: Date;
}

@ObjectType({ description: 'A finding that the structure contests, and what was answered.' })
export class FileClaim {
  @Field(() => String, { description: 'The channel and the question, as they are printed.' })
  subject!: string;

  @Field(() => [ShownObservation], { description: 'What was observed: neither day, nor hour, nor who saw it.' })
  observations!: ShownObservation[];

  @Field(() => String, { description: 'What the structure says of it; what would give it away is cut out.' })
  statement!: string;

  @Field(() => Verdict, { nullable: true, description: 'What was decided; null while the claim is open.' })
  verdict!: Verdict | null;

  @Field(() => String, { nullable: true, description: 'Why; null while it is open.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The answer to the whole claim; null while it is open.' })
  reply!: string | null;
}

@ObjectType({ description: 'The file of one short-listed structure, as whoever asks may read it.' })
export class JuryFile {
  @Field(() => ID, { description: 'The candidate.' })
  id!: string;

  @Field(() => ID, { description: 'The award, as a mandate.' })
  mandateId!: string;

  @Field(() => String, { description: 'The award, as it is printed in the palmarès.' })
  award!: string;

  @Field(() => String, { description: 'Its code, on ballots.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Its name; null while only its code is known.' })
  name!: string | null;

  @Field(() => String, { description: 'The category it is compared in.' })
  category!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its kind and band of population, such as COMMUNE.20000: all that is told of its size.',
  })
  stratum!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place in its category; equals share it. Null without a score.',
  })
  rank!: number | null;

  @Field(() => Int, { description: 'How many are ranked in its category.' })
  field!: number;

  @Field(() => Int, { description: 'How many share its place, itself among them.' })
  equals!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals.' })
  score!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Mean of the category, on 100, 2 decimals.' })
  mean!: string | null;

  @Field(() => [FileChannel], { description: 'Channel by channel, in the order of the grid.' })
  channels!: FileChannel[];

  @Field(() => FileCertainty, { nullable: true, description: 'How sure it is; null before it was studied.' })
  certainty!: FileCertainty | null;

  @Field(() => [FilePoint], { description: 'Edition after edition, this one last.' })
  evolution!: FilePoint[];

  @Field(() => String, { nullable: true, description: 'What staff wrote of it; what would give it away is cut out.' })
  presentation!: string | null;

  @Field(() => [FileClaim], { description: 'What it contested, and what was answered; an open claim says so.' })
  claims!: FileClaim[];

  @Field(() => String, { nullable: true, description: 'Why it withdrew; null while it stands.' })
  withdrawn!: string | null;

  @Field(() => String, { nullable: true, description: 'One’s own note: nobody else reads it, staff neither.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'One’s own opinion, once given.' })
  opinion!: string | null;

  @Field(() => [FileOpinion], {
    nullable: true,
    description: 'The opinions of the others; null until one has given one’s own, or voted.',
  })
  opinions!: FileOpinion[] | null;
}

@ObjectType({ description: 'A span of what jurors would read that says whose file it is. A suspicion, to judge.' })
export class FileGiveaway {
  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;

  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Where it stands: presentation, or a claim and its answer.' })
  field!: string;

  @Field(() => String, { description: 'NAME, PLACE, DEMONYM, ADDRESS, PHONE, NUMBER or LOGO.' })
  kind!: string;

  @Field(() => Int, { description: 'From the first character, counted from 0.' })
  start!: number;

  @Field(() => Int, { description: 'To the one after the last.' })
  end!: number;

  @Field(() => String, { description: 'What stands there.' })
  text!: string;
}
