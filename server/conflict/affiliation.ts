import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Mandate } from '../mandate/mandate.ts';
import { Juror } from '../panel/juror.ts';
import { Structure } from '../structure/structure.ts';

/** What ties a juror to a body. */
export enum TieKind {
  EMPLOYER = 'EMPLOYER',
  ELECTED_OFFICE = 'ELECTED_OFFICE',
  PAST_EMPLOYER = 'PAST_EMPLOYER',
  SUPPLIER = 'SUPPLIER',
  AUDITED = 'AUDITED',
  CEREMONY_HOST = 'CEREMONY_HOST',
  RELATIVE = 'RELATIVE',
  OTHER = 'OTHER',
}
registerEnumType(TieKind, {
  name: 'TieKind',
  description: 'What ties a juror to a body.',
  valuesConfig: {
    EMPLOYER: { description: 'Works there.' },
    ELECTED_OFFICE: { description: 'Was elected there.' },
    PAST_EMPLOYER: { description: 'Worked there, until a day.' },
    SUPPLIER: { description: 'Sells to it, or works for who does.' },
    AUDITED: { description: 'Audited or advised it.' },
    CEREMONY_HOST: { description: 'Hosts the ceremony.' },
    RELATIVE: { description: 'A close relative works or was elected there.' },
    OTHER: { description: 'Any other tie.' },
  },
});

/** How a tie is known. */
export enum TieKnowledge {
  VERIFIED = 'VERIFIED',
  DECLARED = 'DECLARED',
  UNVERIFIED = 'UNVERIFIED',
}
registerEnumType(TieKnowledge, {
  name: 'TieKnowledge',
  description: 'How a tie is known. One that nobody verified counts all the same.',
  valuesConfig: {
    VERIFIED: { description: 'Staff checked it against a source.' },
    DECLARED: { description: 'The juror says so.' },
    UNVERIFIED: { description: 'Someone else says so; nobody checked.' },
  },
});

@ObjectType({ description: 'What ties a juror to a body: employer, elected office, supplier…' })
@Entity()
export class Affiliation extends Stored {
  @ManyToOne(() => Juror, { ref: true, index: true })
  juror!: Ref<Juror>;

  @Field(() => TieKind, { description: 'What the tie is.' })
  @Enum({ items: () => TieKind })
  kind!: TieKind;

  @Field(() => String, { description: 'The body, as it was said.' })
  @Property({ type: 'text' })
  bodyName!: string;

  /** Null when the body was not found in the register: it may then be any. */
  @ManyToOne(() => Structure, { ref: true, nullable: true, index: true, deleteRule: 'no action' })
  structure: Ref<Structure> | null = null;

  @Field(() => Day, { nullable: true, description: 'The last day of a tie that ended; null while it lasts.' })
  @Property({ type: 'date', nullable: true })
  until: string | null = null;

  @Field(() => TieKnowledge, { description: 'How it is known.' })
  @Enum({ items: () => TieKnowledge })
  known: Opt<TieKnowledge> = TieKnowledge.UNVERIFIED;

  @Field(() => String, { nullable: true, description: 'What it was verified against.' })
  @Property({ type: 'text', nullable: true })
  source: string | null = null;

  @Field(() => Structure, { name: 'structure', nullable: true, description: 'The body, when the register has it.' })
  async loadStructure() {
    return this.structure?.load() ?? null;
  }
}

@ObjectType({ description: 'That a conflict is none after all, why, and who says so.' })
@Entity()
@Index({
  name: 'dismissal_once',
  expression:
    'create unique index "dismissal_once" on "dismissal" ("juror_id", "affiliation_id", "structure_id") nulls not distinct',
})
export class Dismissal extends Stored {
  @ManyToOne(() => Juror, { ref: true })
  juror!: Ref<Juror>;

  /** Null to say that nothing is missing from the ties, as far as this structure goes. */
  @ManyToOne(() => Affiliation, { ref: true, nullable: true, index: true, deleteRule: 'cascade' })
  affiliation: Ref<Affiliation> | null = null;

  @ManyToOne(() => Structure, { ref: true, index: true })
  structure!: Ref<Structure>;

  @Field(() => String, { description: 'Why.' })
  @Property({ type: 'text' })
  motive!: string;

  @Property({ type: 'text' })
  dismissedBy!: string;
}

/**
 * That a conflict which a verified tie may lead to is one: through an intercommunality, a département, an end nobody
 * dated. Staff looked at it; it then is certain.
 */
@Entity()
@Unique({ name: 'confirmation_once', properties: ['affiliation', 'structure'] })
export class Confirmation extends Stored {
  @ManyToOne(() => Affiliation, { ref: true, deleteRule: 'cascade' })
  affiliation!: Ref<Affiliation>;

  @ManyToOne(() => Structure, { ref: true, index: true })
  structure!: Ref<Structure>;

  @Property({ type: 'text' })
  confirmedBy!: string;
}

@ObjectType({ description: 'A juror who steps aside from an award, for a motive of their own. It is not taken back.' })
@Entity()
@Index({
  name: 'recusal_once',
  expression: 'create unique index "recusal_once" on "recusal" ("juror_id", "mandate_id")',
})
export class Recusal extends Stored {
  @ManyToOne(() => Juror, { ref: true })
  juror!: Ref<Juror>;

  @ManyToOne(() => Mandate, { ref: true, index: true })
  mandate!: Ref<Mandate>;

  @Field(() => String, { description: 'Why.' })
  @Property({ type: 'text' })
  motive!: string;
}
