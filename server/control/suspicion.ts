import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Audit } from '../audit/audit.ts';
import { Evidence } from '../evidence/evidence.ts';

/** What a person should look at. */
export enum SuspicionKind {
  PICTURE = 'PICTURE',
  TEXT = 'TEXT',
  OVERLAPS = 'OVERLAPS',
  TOO_SHORT = 'TOO_SHORT',
  TOO_FAR = 'TOO_FAR',
}
registerEnumType(SuspicionKind, {
  name: 'SuspicionKind',
  description: 'What a person should look at. It accuses nobody.',
  valuesConfig: {
    PICTURE: { description: 'The same picture shows two tests, or nearly the same.' },
    TEXT: { description: 'Two tests are told in the same words, or nearly.' },
    OVERLAPS: { description: 'One auditor did two tests at once.' },
    TOO_SHORT: { description: 'It took less time than such a test takes.' },
    TOO_FAR: { description: 'Two counters were visited with too little time between them.' },
  },
});

@ObjectType({ description: 'Something about a test that a person should look at, beside what it resembles.' })
export class Suspicion {
  @Field(() => SuspicionKind, { description: 'What.' })
  kind!: SuspicionKind;

  @Field(() => Float, { description: 'From 0 to 1 for what is alike; in seconds for a pace.' })
  measure!: number;

  @Field(() => Audit, { description: 'The test.' })
  audit!: Audit;

  @Field(() => Audit, { nullable: true, description: 'The other one; null when it is about one alone.' })
  other!: Audit | null;

  @Field(() => [Evidence], { description: 'The two pictures, when it is about pictures.' })
  evidences!: Evidence[];

  @Field(() => [String], { description: 'The auditors of both, by code.' })
  auditors!: string[];
}
