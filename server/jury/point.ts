import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';
import { Trophy } from '../trophy/trophy.ts';

/** What a point remarquable may rest on. */
export enum EvidenceKind {
  CRITERION = 'CRITERION',
  MEASUREMENT = 'MEASUREMENT',
}
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What a point remarquable may rest on.',
  valuesConfig: {
    CRITERION: { description: 'What the laureate scored on a criterion.' },
    MEASUREMENT: { description: 'What one test found.' },
  },
});

/** What the laureate says of its point remarquable. */
export enum PointConsent {
  PENDING = 'PENDING',
  GIVEN = 'GIVEN',
  REFUSED = 'REFUSED',
}
registerEnumType(PointConsent, {
  name: 'PointConsent',
  description: 'What the laureate says of its point remarquable.',
  valuesConfig: {
    PENDING: { description: 'Nothing yet.' },
    GIVEN: { description: 'It may be published.' },
    REFUSED: { description: 'It may not: another must be written.' },
  },
});

@ObjectType({ description: 'Something a point remarquable rests on.' })
export class Evidence {
  @Field(() => EvidenceKind, { description: 'What it is.' })
  kind!: EvidenceKind;

  @Field(() => ID, { description: 'Which criterion, or which measurement.' })
  id!: string;
}

@ObjectType({ description: 'What made a laureate stand out: who wrote it, on what, who approved, and its consent.' })
@Entity()
@Unique({ name: 'point_once', properties: ['trophy', 'structure'] })
export class PointRemarquable extends Stored {
  @ManyToOne(() => Trophy, { ref: true })
  trophy!: Ref<Trophy>;

  @ManyToOne(() => Structure, { ref: true, index: true })
  structure!: Ref<Structure>;

  @Field(() => String, { description: 'The text, as it would be published.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => [Evidence], {
    description: 'What it rests on; nothing when it came with a decision that staff recorded.',
  })
  @Property({ type: 'json' })
  evidence!: Evidence[];

  @Property({ type: 'text' })
  authorId!: string;

  @Field(() => String, { description: 'Who wrote it.' })
  @Property({ type: 'text' })
  authorName!: string;

  @Field(() => Date, { nullable: true, description: 'When someone else among the staff approved it; null before.' })
  @Property({ type: 'datetime', nullable: true })
  approvedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  @Property({ type: 'text', nullable: true })
  approvedByName: string | null = null;

  @Field(() => PointConsent, { description: 'What the laureate says.' })
  @Enum({ items: () => PointConsent })
  consent: Opt<PointConsent> = PointConsent.PENDING;

  @Field(() => String, { nullable: true, description: 'Who said so for the laureate, and how.' })
  @Property({ type: 'text', nullable: true })
  consentBy: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was recorded.' })
  @Property({ type: 'datetime', nullable: true })
  consentAt: Date | null = null;

  @Field(() => Structure, { name: 'structure', description: 'The laureate.' })
  loadStructure() {
    return this.structure.load();
  }

  @Field(() => Trophy, { name: 'trophy', description: 'The prize.' })
  loadTrophy() {
    return this.trophy.load();
  }
}
