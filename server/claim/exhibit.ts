import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Evidence } from '../evidence/evidence.ts';
import { Stored } from '../kernel/stored.ts';
import { Provisional } from '../provisional/provisional.ts';
import { ClaimPoint } from './claim.ts';

/**
 * A file that a structure shows in support of what it contests. Its bytes are kept, scanned and purged as evidence is;
 * a file that is taken back leaves this table at once, and the store at the next look.
 */
@Entity()
@Unique({ name: 'claim_exhibit_once', properties: ['provisional', 'sendingKey'] })
export class ClaimExhibit extends Stored {
  @ManyToOne(() => Provisional, { ref: true, deleteRule: 'no action' })
  provisional!: Ref<Provisional>;

  @ManyToOne(() => ClaimPoint, { ref: true, index: true, deleteRule: 'no action' })
  point!: Ref<ClaimPoint>;

  @OneToOne(() => Evidence, { ref: true, unique: 'claim_exhibit_evidence_once', deleteRule: 'no action' })
  evidence!: Ref<Evidence>;

  /** The name that its sender knows it by. */
  @Property({ type: 'text' })
  name!: string;

  /** What the browser calls this sending: repeated, it changes nothing. */
  @Property({ type: 'text' })
  sendingKey!: string;
}
