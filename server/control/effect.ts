import { Field, Int, ObjectType } from 'type-graphql';
import type { Finding } from '../audit/finding.rules.ts';
import { Criterion } from '../grid/criterion.ts';
import { ScoreChange } from '../ranking/preview.ts';
import { FoundValue } from './found.ts';

@ObjectType({ description: 'One measurement, as it stands and as it would.' })
export class CorrectedLine {
  @Field(() => Criterion, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => FoundValue, { description: 'What it says.' })
  before!: Finding;

  @Field(() => FoundValue, { description: 'What it would say.' })
  after!: Finding;
}

@ObjectType({ description: 'What correcting a test would change. Reading it changes nothing.' })
export class CorrectionEffect {
  @Field(() => [CorrectedLine], { description: 'The measurements that would change.' })
  lines!: CorrectedLine[];

  @Field(() => Boolean, { description: 'Whether the test counts already; otherwise it is as if it did.' })
  counted!: boolean;

  @Field(() => ScoreChange, { description: 'The structure tested: its score and its rank, before and after.' })
  change!: ScoreChange;

  @Field(() => [ScoreChange], { description: 'Others whose rank would move, for staff.' })
  others!: ScoreChange[];

  @Field(() => Int, { description: 'How many others would move.' })
  otherCount!: number;
}
