import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Auditor } from '../auditor/auditor.ts';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { DrawReport } from './report.ts';

/** Where a draw stands. */
export enum DrawState {
  DRAWING = 'DRAWING',
  DRAWN = 'DRAWN',
  CLASHING = 'CLASHING',
  UNDECIDED = 'UNDECIDED',
  STOPPED = 'STOPPED',
  APPLIED = 'APPLIED',
}
registerEnumType(DrawState, {
  name: 'DrawState',
  description: 'Where a draw of the plan stands.',
  valuesConfig: {
    DRAWING: { description: 'It is being drawn.' },
    DRAWN: { description: 'There is a plan to read, then to apply.' },
    CLASHING: { description: 'No plan obeys all rules: those that clash are named.' },
    UNDECIDED: { description: 'No plan was found, and it is not proven that there is none.' },
    STOPPED: { description: 'Someone stopped it, or it failed.' },
    APPLIED: { description: 'Its tests are the plan.' },
  },
});

/** One draw of the plan of an edition: the same seed on the same inputs gives the same plan. */
@ObjectType({ description: 'One draw of the plan of an edition.' })
@Entity()
@Unique({ name: 'plan_draw_once', properties: ['edition', 'number'] })
export class PlanDraw extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => Int, { description: 'From 1, in the edition.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => String, { description: 'What chance is drawn from.' })
  @Property({ type: 'text' })
  seed!: string;

  @Field(() => DrawState, { description: 'Where it stands.' })
  @Enum({ items: () => DrawState })
  state!: DrawState;

  /** The rules as they were: see `PlanRules`. */
  @Property({ type: 'json' })
  rules!: object;

  @Field(() => String, { description: 'SHA-256 of all it was drawn from: rules, structures, auditors, past editions.' })
  @Property({ type: 'text' })
  digest!: string;

  @Field(() => String, { description: 'Who asked for it.' })
  @Property({ type: 'text' })
  startedByName!: string;

  @Field(() => Date, { description: 'When.' })
  @Property({ type: 'datetime' })
  startedAt!: Date;

  /** Whose tests go to others: a draw that moves as few as possible. Null for one that draws all anew. */
  @ManyToOne(() => Auditor, { ref: true, nullable: true, deleteRule: 'no action' })
  without: Ref<Auditor> | null = null;

  @Field(() => DrawReport, { nullable: true, description: 'What came of it; null until it is drawn.' })
  @Property({ type: 'json', nullable: true })
  report: DrawReport | null = null;

  /** The tests it would plan. */
  @Property({ type: 'json', nullable: true, lazy: true })
  proposal: object[] | null = null;

  @Field(() => String, { nullable: true, description: 'Why it failed: the code of a refusal.' })
  @Property({ type: 'text', nullable: true })
  failure: Opt<string> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it became the plan; null before.' })
  @Property({ type: 'datetime', nullable: true })
  appliedAt: Opt<Date> | null = null;

  @Field(() => String, { nullable: true, description: 'Who made it the plan.' })
  @Property({ type: 'text', nullable: true })
  appliedByName: Opt<string> | null = null;

  @Field(() => Auditor, { name: 'without', nullable: true, description: 'The auditor it does without, if any.' })
  async loadWithout() {
    return this.without?.load() ?? null;
  }
}
