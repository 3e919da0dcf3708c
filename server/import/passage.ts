import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Found } from '../kernel/import.ts';
import { Prose } from '../kernel/scalars.ts';

/** What a passage of a text seems to tell of an agent. */
export enum PassageKind {
  NAME = 'NAME',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
}
registerEnumType(PassageKind, {
  name: 'PassageKind',
  description: 'What a passage of a text seems to tell of an agent.',
  valuesConfig: {
    NAME: { description: 'Their name.' },
    PHONE: { description: 'A line of their own.' },
    EMAIL: { description: 'An address of their own.' },
  },
});

/** What becomes of a passage that may identify an agent. */
export enum PassageTreatment {
  KEEP = 'KEEP',
  MASK = 'MASK',
}
registerEnumType(PassageTreatment, {
  name: 'PassageTreatment',
  description: 'What becomes of a passage that may identify an agent.',
  valuesConfig: {
    KEEP: { description: 'It names nobody, for a reason that is kept: it is recorded as it came.' },
    MASK: {
      description: 'It is recorded with « l’agent », « un numéro direct » or « une adresse personnelle » instead.',
    },
  },
});

@ObjectType({ description: 'A passage of the texts of a file that may identify an agent, wherever it stands in them.' })
export class ImportPassage {
  @Field(() => String, { description: 'What stands there.' })
  text!: string;

  @Field(() => PassageKind, { description: 'What it seems to tell.' })
  kind!: keyof typeof PassageKind;

  @Field(() => Int, { description: 'In how many rows it stands.' })
  count!: number;

  @Field(() => [Int], { description: 'The first of them, 10 at most, by their line in the file.' })
  lines!: number[];

  @Field(() => String, { description: 'The text around it where it stands first.' })
  excerpt!: string;

  @Field(() => PassageTreatment, { nullable: true, description: 'What becomes of it; null while nobody decided.' })
  treatment!: keyof typeof PassageTreatment | null;

  @Field(() => String, { nullable: true, description: 'Why it stays.' })
  motive!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided, by name: for this file, or for an earlier one.' })
  decidedBy!: string | null;
}

@InputType({ description: 'What becomes of a passage that may identify an agent.' })
export class ImportPassageInput {
  @Field(() => String, { description: 'The passage, as it stands in the file.' })
  text!: string;

  @Field(() => PassageTreatment, { description: 'What becomes of it.' })
  treatment!: PassageTreatment;

  @Field(() => Prose, { nullable: true, description: 'Why it stays: needed to keep it.' })
  motive?: string;
}

/** What was decided of a passage. */
export type Decision = Pick<ImportPassage, 'text' | 'treatment' | 'motive' | 'decidedBy'>;

const SHOWN_LINES = 10;

/** The passages that were found in a file, each once, those that stand in most rows first, with what was decided. */
export function passagesOf(found: readonly Found[], decisions: readonly Decision[]): ImportPassage[] {
  const decided = new Map(decisions.map((decision) => [decision.text, decision]));
  return [...Map.groupBy(found, ({ text }) => text)]
    .flatMap(([text, all]) => {
      const [first] = all;
      if (!first) return [];
      const lines = [...new Set(all.map(({ line }) => line))];
      const { treatment = null, motive = null, decidedBy = null } = decided.get(text) ?? {};
      const where = { count: lines.length, lines: lines.slice(0, SHOWN_LINES), excerpt: first.excerpt };
      return [{ text, kind: first.kind, ...where, treatment, motive, decidedBy }];
    })
    .sort((a, b) => b.count - a.count || (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}
