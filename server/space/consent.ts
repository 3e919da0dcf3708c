import type { Ref } from '@mikro-orm/core';
import { Entity, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { PointRemarquable } from '../jury/point.ts';
import { Stored } from '../kernel/stored.ts';

/** A point remarquable that its laureate is asked to agree to, in its space. Asked again, it bears the later day. */
@Entity()
export class ConsentRequest extends Stored {
  @OneToOne(() => PointRemarquable, { ref: true, deleteRule: 'cascade' })
  point!: Ref<PointRemarquable>;

  @Property({ type: 'datetime' })
  askedAt!: Date;

  @Property({ type: 'text' })
  askedByName!: string;
}
