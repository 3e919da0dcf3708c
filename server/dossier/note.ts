import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Candidate } from '../jury/candidate.ts';
import { Stored } from '../kernel/stored.ts';
import { Juror } from '../panel/juror.ts';

/** What a juror notes of a file, for nobody else: no operation gives it to anybody but them. */
@Entity()
@Unique({ name: 'note_once', properties: ['juror', 'candidate'] })
export class Note extends Stored {
  @ManyToOne(() => Juror, { ref: true })
  juror!: Ref<Juror>;

  @ManyToOne(() => Candidate, { ref: true, index: true, deleteRule: 'cascade' })
  candidate!: Ref<Candidate>;

  /** The journal leaves a field of this name out. */
  @Property({ type: 'text' })
  content!: string;
}

/** What a juror thinks of a file, for the others of the panel once they have said what they think. */
@Entity()
@Unique({ name: 'opinion_once', properties: ['juror', 'candidate'] })
export class Opinion extends Stored {
  @ManyToOne(() => Juror, { ref: true })
  juror!: Ref<Juror>;

  @ManyToOne(() => Candidate, { ref: true, index: true, deleteRule: 'cascade' })
  candidate!: Ref<Candidate>;

  /** The journal leaves a field of this name out. */
  @Property({ type: 'text' })
  content!: string;
}
