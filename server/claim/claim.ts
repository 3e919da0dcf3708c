import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Criterion } from '../grid/criterion.ts';
import { Stored } from '../kernel/stored.ts';
import { Provisional } from '../provisional/provisional.ts';

/** The life of a claim. */
export enum ClaimState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  WITHDRAWN = 'WITHDRAWN',
  DECIDED = 'DECIDED',
}
registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'The life of a claim.',
  valuesConfig: {
    DRAFT: { description: 'Being written: only the structure reads it.' },
    SUBMITTED: { description: 'Open: to be decided. Nothing is published meanwhile.' },
    WITHDRAWN: { description: 'Taken back by the structure before it was decided.' },
    DECIDED: { description: 'Answered, for good.' },
  },
});

/** What was decided of one criterion of a claim. */
export enum Verdict {
  ACCEPTED = 'ACCEPTED',
  PARTLY = 'PARTLY',
  REFUSED = 'REFUSED',
}
registerEnumType(Verdict, {
  name: 'ClaimVerdict',
  description: 'What was decided of one criterion of a claim.',
  valuesConfig: {
    ACCEPTED: { description: 'What was observed no longer counts: it leaves the denominator, and is never edited.' },
    PARTLY: { description: 'Some of the observations no longer count; which is told to nobody but those who judge.' },
    REFUSED: { description: 'The observation stands.' },
  },
});

@ObjectType({ description: 'What a structure contests of its provisional results, and what was answered.' })
@Entity()
@Check({ name: 'claim_decided', expression: `(state = 'DECIDED') = (reply is not null and decided_at is not null)` })
export class Claim extends Stored {
  @ManyToOne(() => Provisional, { ref: true, index: true, deleteRule: 'no action' })
  provisional!: Ref<Provisional>;

  @Field(() => ClaimState, { description: 'Where it stands.' })
  @Enum({ items: () => ClaimState })
  state: Opt<ClaimState> = ClaimState.DRAFT;

  @Field(() => String, { description: 'Who wrote it, for the structure.' })
  @Property({ type: 'text' })
  authorName!: string;

  /** The account that wrote it; null for whoever held the link. */
  @Property({ type: 'uuid', nullable: true })
  authorId: string | null = null;

  @Field(() => Date, { description: 'When it was last written.' })
  @Property({ type: 'datetime' })
  savedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was submitted, by the clock of the server.' })
  @Property({ type: 'datetime', nullable: true })
  submittedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was decided.' })
  @Property({ type: 'datetime', nullable: true })
  decidedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Who decided it: for those who run the barometer.' })
  @Property({ type: 'text', nullable: true })
  decidedByName: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  decidedById: string | null = null;

  @Field(() => String, { nullable: true, description: 'What the structure was answered.' })
  @Property({ type: 'text', nullable: true })
  reply: string | null = null;

  @OneToMany(
    () => ClaimPoint,
    (point) => point.claim,
    { orderBy: { position: 'asc' } },
  )
  points = new Collection<ClaimPoint>(this);
}

@ObjectType({ description: 'One criterion that a claim contests.' })
@Entity()
@Unique({ name: 'claim_point_once', properties: ['claim', 'criterion'] })
@Check({ name: 'claim_point_ruled', expression: '(verdict is null) = (reason is null)' })
export class ClaimPoint extends Stored {
  @ManyToOne(() => Claim, { ref: true, deleteRule: 'cascade' })
  claim!: Ref<Claim>;

  @ManyToOne(() => Criterion, { ref: true, index: true, deleteRule: 'no action' })
  criterion!: Ref<Criterion>;

  @Property({ type: 'smallint' })
  position!: number;

  @Field(() => String, { description: 'What the structure says of the finding.' })
  @Property({ type: 'text' })
  statement!: string;

  @Field(() => Verdict, { nullable: true, description: 'What was decided; null before.' })
  @Enum({ items: () => Verdict, nullable: true })
  verdict: Verdict | null = null;

  @Field(() => String, { nullable: true, description: 'Why; null before.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Criterion, { name: 'criterion', description: 'The criterion.' })
  loadCriterion() {
    return this.criterion.load();
  }
}
