import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Stored } from '../kernel/stored.ts';

/** What partners are told of, under the name they know it by. */
export enum Happening {
  PUBLISHED = 'edition.published',
  CORRECTED = 'edition.corrected',
  AWARDED = 'trophy.awarded',
}

/** Something that became public, written in the very transaction that made it so: partners are told once it is true. */
@Entity()
export class PublicationEvent extends Stored {
  @Enum({ items: () => Happening })
  kind!: Happening;

  @Property({ type: 'smallint', index: true })
  year!: number;

  /** The version it speaks of, such as 2022.1. */
  @Property({ type: 'text' })
  datasetVersion!: string;

  /** What a partner is sent: nothing that the version itself does not say. */
  @Property({ type: 'json' })
  payload!: Readonly<Record<string, unknown>>;
}
