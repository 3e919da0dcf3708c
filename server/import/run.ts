import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import type { Choice } from '../kernel/column.rules.ts';
import { Fault } from '../kernel/fault.ts';
import { Stored } from '../kernel/stored.ts';
import { Upload } from '../kernel/upload.ts';
import { ImportPassage } from './passage.ts';

/** What a file holds. */
export enum ImportKind {
  STRUCTURE = 'STRUCTURE',
  ENROLMENT = 'ENROLMENT',
  CONTACT = 'CONTACT',
  AUDIT = 'AUDIT',
}
registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What a file holds.',
  valuesConfig: {
    STRUCTURE: { description: 'Structures of the register.' },
    ENROLMENT: { description: 'Enrolments in an edition.' },
    CONTACT: { description: 'People to write to at structures.' },
    AUDIT: { description: 'Tests of a field agency, for an edition.' },
  },
});

/** Where an import stands. */
export enum ImportState {
  EXAMINING = 'EXAMINING',
  EXAMINED = 'EXAMINED',
  IMPORTING = 'IMPORTING',
  IMPORTED = 'IMPORTED',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}
registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'Where an import stands.',
  valuesConfig: {
    EXAMINING: { description: 'Its file is being read, and each row judged; nothing is written.' },
    EXAMINED: { description: 'What each row comes to is known; someone must say whether to import it.' },
    IMPORTING: { description: 'Its rows are being written, all in one transaction.' },
    IMPORTED: { description: 'It is done.' },
    CANCELLED: { description: 'Someone gave it up; nothing was written.' },
    FAILED: { description: 'It could not be done, for the reason in `failure`; nothing was written.' },
  },
});

/** What is done about rows that are refused. */
export enum ImportPolicy {
  NOTHING = 'NOTHING',
  GOOD_ROWS = 'GOOD_ROWS',
}
registerEnumType(ImportPolicy, {
  name: 'ImportPolicy',
  description: 'What is done about rows that are refused.',
  valuesConfig: {
    NOTHING: { description: 'While one row is refused, nothing is imported.' },
    GOOD_ROWS: { description: 'The rows that are not refused are imported.' },
  },
});

enum ColumnConfidence {
  CHOSEN = 'CHOSEN',
  REMEMBERED = 'REMEMBERED',
  EXACT = 'EXACT',
  LIKELY = 'LIKELY',
  NONE = 'NONE',
}
registerEnumType(ColumnConfidence, {
  name: 'ColumnConfidence',
  description: 'Why a heading is taken for a column.',
  valuesConfig: {
    CHOSEN: { description: 'Someone said so for this file.' },
    REMEMBERED: { description: 'Someone said so for an earlier file with the same headings.' },
    EXACT: { description: 'It is the name of the column, or one it is known under.' },
    LIKELY: { description: 'It resembles one: to be checked.' },
    NONE: { description: 'Nothing is known of it: someone must say what it is, or leave it out.' },
  },
});

@ObjectType({ description: 'A column that an import reads.' })
export class ImportColumn {
  @Field(() => String, { description: 'Its heading in our templates.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether a file must have it.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'The column beside which a file must have it.' })
  requiredWith?: string;

  @Field(() => String, { nullable: true, description: 'What it is called, where its name is a code of the grid.' })
  label?: string;

  @Field(() => [String], { description: 'The only values it takes; empty when they are many.' })
  values!: readonly string[];
}

@ObjectType({ description: 'A heading of a file, and what it is taken for.' })
export class ImportHeading {
  @Field(() => String, { description: 'As it stands in the file.' })
  heading!: string;

  @Field(() => String, { nullable: true, description: 'The column it is taken for; null when it is left out.' })
  column!: string | null;

  @Field(() => ColumnConfidence, { description: 'Why.' })
  confidence!: keyof typeof ColumnConfidence;

  @Field(() => [String], { description: 'The first cells under it that are not empty, 3 at most.' })
  examples!: string[];
}

@ObjectType({ description: 'One value for all rows, in a column that the file lacks.' })
export class ImportConstant {
  @Field(() => String, { description: 'The column.' })
  column!: string;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}

@InputType({ description: 'What a heading of a file is to be taken for.' })
export class ImportChoice implements Choice {
  @Field(() => String, { description: 'The heading, as it stands in the file.' })
  heading!: string;

  @Field(() => String, { nullable: true, description: 'The column; null to leave the heading out.' })
  column!: string | null;
}

@InputType({ description: 'One value for all rows, in a column that the file lacks.' })
export class ImportConstantInput {
  @Field(() => String, { description: 'The column.' })
  column!: string;

  @Field(() => String, { description: 'The value, 1 to 200 characters.' })
  value!: string;
}

@ObjectType({ description: 'A file on its way into the records: examined, then imported if someone says so.' })
@Entity()
@Index({ properties: ['kind', 'createdAt'] })
export class ImportRun extends Stored {
  @Field(() => ImportKind, { description: 'What the file holds.' })
  @Enum({ items: () => ImportKind })
  kind!: ImportKind;

  @Field(() => ImportState, { description: 'Where it stands.' })
  @Enum({ items: () => ImportState })
  state!: ImportState;

  @ManyToOne(() => Edition, { ref: true, nullable: true, index: true })
  edition: Ref<Edition> | null = null;

  @ManyToOne(() => Upload, { ref: true, index: true })
  upload!: Ref<Upload>;

  @Property({ type: 'text' })
  startedBy!: string;

  @Field(() => [ImportHeading], { description: 'The headings of the file, from the left.' })
  @Property({ type: 'json', default: '[]' })
  headings: Opt<ImportHeading[]> = [];

  /** What someone said of the headings; null while nobody did. Kept for the next file with the same ones. */
  @Property({ type: 'json', nullable: true })
  choices: ImportChoice[] | null = null;

  @Field(() => [ImportConstant], { description: 'The values given for all rows.' })
  @Property({ type: 'json', default: '[]' })
  constants: Opt<ImportConstant[]> = [];

  @Field(() => Int, { description: 'Rows read, the heading not counted.' })
  @Property({ type: 'integer', default: 0 })
  rows: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows whose record does not exist, or was created.' })
  @Property({ type: 'integer', default: 0 })
  created: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows whose record exists with other values, or was changed.' })
  @Property({ type: 'integer', default: 0 })
  changed: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows whose record exists just so.' })
  @Property({ type: 'integer', default: 0 })
  unchanged: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows that have faults: they are not imported.' })
  @Property({ type: 'integer', default: 0 })
  refused: Opt<number> = 0;

  @Field(() => Int, { description: 'How many faults the file has, those of rows included.' })
  @Property({ type: 'integer', default: 0 })
  faultCount: Opt<number> = 0;

  @Field(() => [Fault], {
    description: 'What is wrong with the file as a whole, 500 faults at most: while there is any, no row is judged.',
  })
  @Property({ type: 'json', default: '[]' })
  faults: Opt<Fault[]> = [];

  @Field(() => [ImportPassage], {
    description:
      'What in its texts may identify an agent. Rows are refused while one of their passages is not decided.',
  })
  @Property({ type: 'json', default: '[]' })
  passages: Opt<ImportPassage[]> = [];

  @Field(() => ImportPolicy, { nullable: true, description: 'How it was imported; null before.' })
  @Enum({ items: () => ImportPolicy, nullable: true })
  policy: ImportPolicy | null = null;

  @Field(() => String, { nullable: true, description: 'The code of the refusal it met; null when it met none.' })
  @Property({ type: 'text', nullable: true })
  failure: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'What it wrote, as one act that `undoAct` takes back; null when nothing was written.',
  })
  @Property({ type: new BigIntType('string'), nullable: true })
  act: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was imported, cancelled, or failed.' })
  @Property({ type: 'datetime', nullable: true })
  endedAt: Date | null = null;

  /** SHA-256 of the verdicts: what would be done now is what was shown. */
  @Property({ type: 'text', nullable: true })
  digest: string | null = null;

  /** The verdicts, as compressed JSON. */
  @Property({ type: 'blob', nullable: true, lazy: true })
  content: Buffer | null = null;

  @Field(() => Upload, { name: 'upload', description: 'The file.' })
  loadUpload() {
    return this.upload.load();
  }

  @Field(() => ID, { name: 'editionId', nullable: true, description: 'The edition it is for; null for the register.' })
  editionIdentifier(): string | null {
    return this.edition?.id ?? null;
  }
}
