import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Manuscript } from './manuscript.ts';
import { Printing } from './printing.ts';

/** Why a text cannot be built. */
enum TextFaultCode {
  TYPED = 'TYPED',
  UNREADABLE = 'UNREADABLE',
  UNKNOWN = 'UNKNOWN',
  WITHHELD = 'WITHHELD',
  MISSING = 'MISSING',
  BROKEN = 'BROKEN',
  STALE = 'STALE',
  SAID_OTHERWISE = 'SAID_OTHERWISE',
  SAID_ELSEWHERE = 'SAID_ELSEWHERE',
  OTHER_WAY = 'OTHER_WAY',
}
registerEnumType(TextFaultCode, {
  name: 'TextFaultCode',
  description: 'Why a text cannot be built.',
  valuesConfig: {
    TYPED: { description: 'A figure was typed by hand.' },
    UNREADABLE: { description: 'What stands between braces cannot be read.' },
    UNKNOWN: { description: 'The edition knows no such figure, award or year.' },
    WITHHELD: { description: 'The figure is not told: it would say too much of one structure.' },
    MISSING: { description: 'The figure has no value.' },
    BROKEN: { description: 'The way of measuring changed in between, and the text does not say so.' },
    STALE: { description: 'The figure is no longer what it was when the text was last read.' },
    SAID_OTHERWISE: { description: 'Another sentence prints the same figure in another way.' },
    SAID_ELSEWHERE: { description: 'The other text of the edition, approved, prints the same figure in another way.' },
    OTHER_WAY: { description: 'The sentence says that it went the other way, or does not say which.' },
  },
});

enum LineKind {
  TITLE = 'TITLE',
  HEADING = 'HEADING',
  ITEM = 'ITEM',
  PARAGRAPH = 'PARAGRAPH',
}
registerEnumType(LineKind, { name: 'TextLineKind', description: 'What a line of a text is.' });

enum BlockKind {
  CHANNELS = 'CHANNELS',
  CATEGORIES = 'CATEGORIES',
  INDICATORS = 'INDICATORS',
  PALMARES = 'PALMARES',
  METHOD = 'METHOD',
}
registerEnumType(BlockKind, {
  name: 'TextBlock',
  description: 'What takes a line of its own: a chart, a table, a list.',
});

enum RunKind {
  TYPED = 'TYPED',
  QUERY = 'QUERY',
  FAULTY = 'FAULTY',
}
registerEnumType(RunKind, { name: 'TextRunKind', description: 'Where the words of a run come from.' });

@ObjectType({ description: 'One thing that keeps a text from being built.' })
export class TextFault {
  @Field(() => TextFaultCode, { description: 'What it is.' })
  code!: `${TextFaultCode}`;

  @Field(() => Int, { description: 'The line, from 1.' })
  line!: number;

  @Field(() => String, { description: 'The sentence, as it was written.' })
  sentence!: string;

  @Field(() => String, { description: 'What is at fault in it: a figure, or what stands between braces.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'What it said before, or what another sentence says.' })
  old!: string | null;

  @Field(() => String, { nullable: true, description: 'What it says now.' })
  now!: string | null;

  @Field(() => String, { nullable: true, description: 'What may be put between braces instead; null when unknown.' })
  remedy!: string | null;
}

@ObjectType({ description: 'A stretch of words.' })
export class TextRun {
  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether they are in bold.' })
  strong!: boolean;

  @Field(() => RunKind, { description: 'Typed, the answer to a query, or a query without an answer.' })
  of!: `${RunKind}`;
}

@ObjectType({ description: 'A line as it is printed.' })
export class TextLine {
  @Field(() => Int, { description: 'The line of the text it comes from, from 1.' })
  number!: number;

  @Field(() => LineKind, { description: 'What it is.' })
  kind!: `${LineKind}`;

  @Field(() => BlockKind, { nullable: true, description: 'What stands in its place; null for words.' })
  block!: `${BlockKind}` | null;

  @Field(() => [TextRun], { description: 'Its words; none for a block.' })
  runs!: readonly TextRun[];
}

@ObjectType({ description: 'A text built on what the edition says now.' })
export class TextBuild {
  @Field(() => String, {
    description: 'The version it is built on, such as 2022.1; before publication, the one to come.',
  })
  version!: string;

  @Field(() => String, { description: 'SHA-256 of what that version says. Send it back to approve.' })
  hash!: string;

  @Field(() => Boolean, { description: 'Whether that version is published; otherwise all of it is under embargo.' })
  published!: boolean;

  @Field(() => [TextLine], { description: 'The text, line by line.' })
  lines!: readonly TextLine[];

  @Field(() => [TextFault], { description: 'What must be mended; the text is built when there is none.' })
  faults!: readonly TextFault[];

  @Field(() => [String], {
    description: 'Names with a number in them, kept as typed: whoever approves answers for them.',
  })
  names!: readonly string[];
}

@ObjectType({ description: 'Something a text may ask for.' })
export class Sayable {
  @Field(() => String, { description: 'What to put between braces.' })
  query!: string;

  @Field(() => String, { nullable: true, description: 'What it is, as it is printed; null for a word of the edition.' })
  label!: string | null;

  @Field(() => String, { nullable: true, description: 'What it says now; null when it cannot be said.' })
  words!: string | null;
}

@ObjectType({ description: 'One text of an edition: as it stands, as it was, and what it comes to.' })
export class EditorialText {
  @Field(() => Manuscript, { nullable: true, description: 'The latest state; null until someone saves one.' })
  current!: Manuscript | null;

  @Field(() => String, { description: 'The text itself: the latest saved, or the one we propose.' })
  body!: string;

  @Field(() => TextBuild, { description: 'What it comes to now.' })
  build!: TextBuild;

  @Field(() => [Manuscript], { description: 'Every state, the latest first.' })
  states!: Manuscript[];

  @Field(() => [Printing], { description: 'What was given to the public, the latest version first.' })
  printings!: Printing[];
}
