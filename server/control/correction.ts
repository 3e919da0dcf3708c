import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audit } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.rules.ts';
import { Criterion } from '../grid/criterion.ts';
import { Stored } from '../kernel/stored.ts';
import { FoundValue } from './found.ts';

/** Why a measurement is corrected. */
export enum CorrectionMotive {
  MISTYPED = 'MISTYPED',
  MISREAD = 'MISREAD',
  EVIDENCE = 'EVIDENCE',
  CLOCK = 'CLOCK',
  ANSWERED = 'ANSWERED',
  OTHER = 'OTHER',
}
registerEnumType(CorrectionMotive, {
  name: 'CorrectionMotive',
  description: 'Why a measurement is corrected.',
  valuesConfig: {
    MISTYPED: { description: 'It was mistyped.' },
    MISREAD: { description: 'The criterion was misread.' },
    EVIDENCE: { description: 'The evidence says otherwise.' },
    CLOCK: { description: 'A clock or a unit was wrong.' },
    ANSWERED: { description: 'A question was answered so.' },
  },
});

/** One measurement that was corrected: what it said, what it says since. Nothing changes or removes it. */
@ObjectType({ description: 'One measurement that was corrected: what it said, what it says since, and why.' })
@Entity()
export class Correction extends Stored {
  @ManyToOne(() => Audit, { ref: true, index: true, deleteRule: 'cascade' })
  audit!: Ref<Audit>;

  @ManyToOne(() => Criterion, { ref: true, index: true })
  criterion!: Ref<Criterion>;

  @Field(() => FoundValue, { description: 'What it said.' })
  @Property({ type: 'json' })
  before!: Finding;

  @Field(() => FoundValue, { description: 'What it says since.' })
  @Property({ type: 'json' })
  after!: Finding;

  @Field(() => CorrectionMotive, { description: 'Why, from a list.' })
  @Enum({ items: () => CorrectionMotive })
  motive!: CorrectionMotive;

  @Field(() => String, { description: 'Why, in words.' })
  @Property({ type: 'text' })
  reason!: string;

  /** The account that made it. */
  @Property({ type: 'text' })
  madeBy!: string;

  @Field(() => Date, { description: 'When it was made.' })
  @Property({ type: 'datetime' })
  madeAt!: Date;

  @Field(() => Criterion, { name: 'criterion', description: 'The criterion.' })
  loadCriterion() {
    return this.criterion.load();
  }
}
