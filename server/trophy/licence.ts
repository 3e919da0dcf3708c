import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Upload } from '../kernel/upload.ts';

/** Which laureates a licence is for. */
export enum LicenceScope {
  TROPHY = 'TROPHY',
  PRIZE = 'PRIZE',
  MENTION = 'MENTION',
}
registerEnumType(LicenceScope, {
  name: 'LicenceScope',
  description: 'Which laureates a licence is for.',
  valuesConfig: {
    TROPHY: { description: 'Those who received the trophy of a category.' },
    PRIZE: { description: 'Those who received a special prize.' },
    MENTION: { description: 'Those who received a mention with either.' },
  },
});

/** Whether something may be used on a day. */
export enum LicenceTerm {
  COMING = 'COMING',
  RUNNING = 'RUNNING',
  OVER = 'OVER',
}
registerEnumType(LicenceTerm, {
  name: 'LicenceTerm',
  description: 'Whether something may be used today.',
  valuesConfig: {
    COMING: { description: 'Not yet.' },
    RUNNING: { description: 'Yes.' },
    OVER: { description: 'No longer.' },
  },
});

/**
 * A logo or a wording that laureates of an edition may use, and how long. Laureates go on citing an award for years: a
 * term says when they stop. Source of the practice: Élu Service Client de l’Année lends its logo for eleven months.
 */
@ObjectType({ description: 'A logo or a wording that laureates of an edition may use, and how long.' })
@Entity()
@Unique({ name: 'licence_label_once', properties: ['edition', 'scope', 'label'] })
@Check({ name: 'licence_term_ordered', expression: 'until_on >= from_on' })
export class Licence extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => LicenceScope, { description: 'Which laureates it is for.' })
  @Enum({ items: () => LicenceScope })
  scope!: LicenceScope;

  @Field(() => Int, { description: 'Its place in the table.' })
  @Property({ type: 'smallint' })
  position: Opt<number> = 0;

  @Field(() => String, { description: 'What it is, such as “Logo du trophée, en couleur”.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, {
    description:
      'What may be written, to the letter; {laureate}, {award}, {edition}, {year}, {ordinal} and, for a mention, ' +
      '{mention} stand for what is put there.',
  })
  @Property({ type: 'text' })
  wording!: string;

  @Field(() => Day, { description: 'First day it may be used.' })
  @Property({ type: 'date' })
  fromOn!: string;

  @Field(() => Day, { nullable: true, description: 'Last day it may be used; null for no end.' })
  @Property({ type: 'date', nullable: true })
  untilOn: string | null = null;

  @ManyToOne(() => Upload, { ref: true, nullable: true, deleteRule: 'no action' })
  logo: Ref<Upload> | null = null;

  @Field(() => Edition, { name: 'edition', description: 'The edition.' })
  loadEdition() {
    return this.edition.load();
  }

  @Field(() => Upload, {
    name: 'logo',
    nullable: true,
    description: 'The file of the logo, served at `/admin/licences/<id>/logo`; null for a wording alone.',
  })
  async loadLogo() {
    return this.logo?.load() ?? null;
  }
}

@ObjectType({ description: 'What one laureate may use: a licence with its names filled in.' })
export class Usage {
  @Field(() => Licence, { description: 'The licence.' })
  licence!: Licence;

  @Field(() => String, { description: 'What may be written, to the letter.' })
  wording!: string;

  @Field(() => LicenceTerm, { description: 'Whether it may be used today.' })
  term!: LicenceTerm;
}
