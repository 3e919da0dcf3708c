import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import type { Read } from './build.rules.ts';

/** A text that an edition is told with. */
export enum TextKind {
  SYNTHESIS = 'SYNTHESIS',
  PRESS_RELEASE = 'PRESS_RELEASE',
}
registerEnumType(TextKind, {
  name: 'TextKind',
  description: 'A text that an edition is told with.',
  valuesConfig: {
    SYNTHESIS: { description: 'The national synthesis.' },
    PRESS_RELEASE: { description: 'What is sent to the press.' },
  },
});

@ObjectType({ description: 'One state of a text, as someone saved it. A change is the next one; none is lost.' })
@Entity()
@Unique({ name: 'manuscript_once', properties: ['edition', 'kind', 'number'] })
export class Manuscript extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => TextKind, { description: 'Which text.' })
  @Enum({ items: () => TextKind })
  kind!: TextKind;

  @Field(() => Int, { description: 'From 1 within the edition.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'As it was written, with its queries.' })
  @Property({ type: 'text' })
  body!: string;

  @Property({ type: 'text' })
  authorId!: string;

  @Field(() => String, { description: 'Who wrote it.' })
  @Property({ type: 'text' })
  authorName!: string;

  @Field(() => String, { description: 'The version its figures were last read on, such as 2022.1.' })
  @Property({ type: 'text' })
  readOn!: string;

  @Property({ type: 'text' })
  readHash!: string;

  /** What each query said when it was last read: on saving, then on approval. */
  @Property({ type: 'json' })
  read!: Read;

  @Field(() => Date, { nullable: true, description: 'When someone else among the staff approved it; null before.' })
  @Property({ type: 'datetime', nullable: true })
  approvedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  @Property({ type: 'text', nullable: true })
  approvedByName: string | null = null;
}
