import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Auditor } from '../auditor/auditor.ts';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';

/** That an auditor was reminded of late tests: once a day at most, whoever asks. */
@Entity()
@Unique({ name: 'auditor_reminder_once', properties: ['auditor', 'edition', 'on'] })
export class AuditorReminder extends Stored {
  @ManyToOne(() => Auditor, { ref: true })
  auditor!: Ref<Auditor>;

  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  /** The day in Paris. */
  @Property({ type: 'date', fieldName: 'on_day' })
  on!: string;

  /** How many tests were late. */
  @Property({ type: 'integer' })
  late!: number;
}
