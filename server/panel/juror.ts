import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Panel } from './panel.ts';

/** What someone does on a panel. */
export enum Office {
  CHAIR = 'CHAIR',
  DEPUTY = 'DEPUTY',
  SECRETARY = 'SECRETARY',
  MEMBER = 'MEMBER',
}
registerEnumType(Office, {
  name: 'Office',
  description: 'What someone does on a panel.',
  valuesConfig: {
    CHAIR: { description: 'Presides, and votes.' },
    DEPUTY: { description: 'Presides where the chair does not, and votes.' },
    SECRETARY: { description: 'Keeps the meeting and the minutes; neither votes nor counts in the quorum.' },
    MEMBER: { description: 'Votes.' },
  },
});

/** Where a seat stands. */
export enum SeatState {
  INVITED = 'INVITED',
  EXPIRED = 'EXPIRED',
  DECLINED = 'DECLINED',
  ACCEPTED = 'ACCEPTED',
  LEFT = 'LEFT',
}
registerEnumType(SeatState, {
  name: 'SeatState',
  description: 'Where the seat of a juror stands.',
  valuesConfig: {
    INVITED: { description: 'A personal link was mailed, and waits.' },
    EXPIRED: { description: 'The link was not used in time.' },
    DECLINED: { description: 'The person declined.' },
    ACCEPTED: { description: 'The person accepted the seat and the terms, and sits.' },
    LEFT: { description: 'The person no longer sits. What they did stays, marked as theirs.' },
  },
});

/**
 * One seat on a panel. The link that was mailed is kept nowhere: it follows from `seed` and the secret of the
 * installation, and the table holds its hash. Accepting uses it up.
 */
@ObjectType({ description: 'One seat on a panel: who holds it, in which office, and how far they have come.' })
@Entity()
@Unique({ name: 'juror_token_once', properties: ['tokenHash'] })
@Index({
  name: 'juror_once',
  expression:
    'create unique index "juror_once" on "juror" ("panel_id", "account_id") where left_at is null and declined_at is null',
})
@Index({
  name: 'juror_office_once',
  expression: `create unique index "juror_office_once" on "juror" ("panel_id", "office") where office in ('CHAIR', 'DEPUTY') and left_at is null and declined_at is null`,
})
export class Juror extends Stored {
  @ManyToOne(() => Panel, { ref: true, index: true })
  panel!: Ref<Panel>;

  @Field(() => ID, { description: 'The account they sign in with.' })
  @Property({ type: 'uuid', index: true })
  accountId!: string;

  @Field(() => String, { description: 'First and last name, as in the minutes.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The address the link was mailed to.' })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'What they are known for, as in the minutes: "maire de …".' })
  @Property({ type: 'text', nullable: true })
  quality: string | null = null;

  @Field(() => Office, { description: 'What they do on the panel.' })
  @Enum({ items: () => Office })
  office: Opt<Office> = Office.MEMBER;

  @Property({ type: 'text' })
  seed!: string;

  @Property({ type: 'text' })
  tokenHash!: string;

  @Field(() => Date, { description: 'When the link was last mailed.' })
  @Property({ type: 'datetime' })
  sentAt!: Date;

  @Field(() => Date, { description: 'Until when the link works.' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When they accepted the seat, and the terms with it; null before.',
  })
  @Property({ type: 'datetime', nullable: true })
  acceptedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When they declined; null if they did not.' })
  @Property({ type: 'datetime', nullable: true })
  declinedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When they said that all their ties are declared; null before.' })
  @Property({ type: 'datetime', nullable: true })
  tiesDeclaredAt: Date | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When staff made sure that no tie is missing; until then they are recused everywhere.',
  })
  @Property({ type: 'datetime', nullable: true })
  tiesCheckedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  tiesCheckedBy: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When they left; null while they sit.' })
  @Property({ type: 'datetime', nullable: true })
  leftAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why they declined or left.' })
  @Property({ type: 'text', nullable: true })
  motive: string | null = null;

  /** Whose seat they took. */
  @ManyToOne(() => Juror, { ref: true, nullable: true, deleteRule: 'no action' })
  replaces: Ref<Juror> | null = null;

  @Field(() => String, { nullable: true, description: 'The day of the last reminder, in Paris.' })
  @Property({ type: 'date', nullable: true })
  remindedOn: string | null = null;

  @Field(() => Int, { description: 'How many reminders were mailed.' })
  @Property({ type: 'smallint' })
  reminders: Opt<number> = 0;

  @Field(() => Panel, { name: 'panel', description: 'The panel.' })
  loadPanel() {
    return this.panel.load();
  }

  @Field(() => Juror, { name: 'replaces', nullable: true, description: 'Whose seat they took; null for nobody’s.' })
  async loadReplaces() {
    return this.replaces?.load() ?? null;
  }
}
