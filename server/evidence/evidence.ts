import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Ctx, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../kernel/context.ts';
import { EvidenceKind } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Assignment } from '../plan/assignment.ts';
import { signedAddress } from './address.service.ts';

/** Whether a piece of evidence can be looked at. */
export enum EvidenceState {
  PENDING = 'PENDING',
  READY = 'READY',
  INFECTED = 'INFECTED',
  PURGED = 'PURGED',
}
registerEnumType(EvidenceState, {
  name: 'EvidenceState',
  description: 'Whether a piece of evidence can be looked at.',
  valuesConfig: {
    PENDING: { description: 'Kept, and shown to nobody until the virus scanner has seen it.' },
    INFECTED: { description: 'The scanner found something in it: its content was destroyed.' },
    PURGED: { description: 'Its time is over: its content was destroyed, and that it was there is all that is left.' },
  },
});

/** A file that shows what someone saw. Its bytes lie in the store, and leave it at the latest on `purgeOn`. */
@ObjectType('TestEvidence', { description: 'A file that shows what was seen during a test.' })
@Entity()
@Unique({ name: 'evidence_once', properties: ['assignment', 'sendingKey'] })
@Index({ properties: ['state', 'purgeOn'] })
export class Evidence extends Stored {
  /** Null for what a structure shows in its own claim. */
  @ManyToOne(() => Assignment, { ref: true, nullable: true, deleteRule: 'no action' })
  assignment: Ref<Assignment> | null = null;

  @Field(() => String, { nullable: true, description: 'The code of the criterion it shows; null for the whole test.' })
  @Property({ type: 'text', nullable: true })
  criterionCode: string | null = null;

  @Field(() => EvidenceKind, { description: 'What it is.' })
  @Enum({ items: () => EvidenceKind })
  kind!: EvidenceKind;

  @Field(() => String, { description: 'What its content says it is, such as image/jpeg.' })
  @Property({ type: 'text' })
  type!: string;

  @Field(() => Int, { description: 'In bytes, as kept.' })
  @Property({ type: 'integer' })
  size!: number;

  /** SHA-256 of what is kept, hexadecimal. */
  @Property({ type: 'text' })
  digest!: string;

  /** The fingerprint of a picture, see `printOf`. */
  @Property({ type: 'text', nullable: true })
  print: string | null = null;

  @Field(() => EvidenceState, { description: 'Whether it can be looked at.' })
  @Enum({ items: () => EvidenceState })
  state!: EvidenceState;

  @Field(() => Day, { description: 'The day on which its content is destroyed at the latest.' })
  @Property({ type: 'date' })
  purgeOn!: string;

  @Field(() => Date, { nullable: true, description: 'When its content was destroyed; null while it is there.' })
  @Property({ type: 'datetime', nullable: true })
  goneAt: Date | null = null;

  /** What the device calls this sending: repeated, it changes nothing. */
  @Property({ type: 'text' })
  sendingKey!: string;

  @Property({ type: 'text' })
  storedKey!: string;

  /** The account that sent it. */
  @Property({ type: 'text', nullable: true })
  sentBy: Opt<string> | null = null;

  @Field(() => String, {
    name: 'address',
    nullable: true,
    description:
      'Where it is read, for ten minutes and by whoever asks, once signed in; null when it cannot be looked at.',
  })
  tellAddress(@Ctx() { actor, now, seal }: Context): string | null {
    if (this.state !== EvidenceState.READY || !actor) return null;
    return signedAddress({ counter: 'evidence', id: this.id }, { actor, now, seal });
  }
}
