import { Field, ID, InputType } from 'type-graphql';
import { Day, Title } from '../kernel/scalars.ts';
import { TieKind, TieKnowledge } from './affiliation.ts';

@InputType({ description: 'A tie as a juror declares it.' })
export class DeclaredTieInput {
  @Field(() => TieKind, { description: 'What it is.' })
  kind!: TieKind;

  @Field(() => Title, { description: 'The body.' })
  bodyName!: string;

  @Field(() => Title, { nullable: true, description: 'Its SIREN, 9 digits: it is then found in the register at once.' })
  siren?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day of a tie that ended; null while it lasts.' })
  until?: string | null;
}

@InputType({ description: 'A tie as staff record it.' })
export class TieInput {
  @Field(() => TieKind, { description: 'What it is.' })
  kind!: TieKind;

  @Field(() => Title, { description: 'The body, as it was said.' })
  bodyName!: string;

  @Field(() => ID, { nullable: true, description: 'The body in the register; without, it may be any.' })
  structureId?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day of a tie that ended; null while it lasts.' })
  until?: string | null;

  @Field(() => TieKnowledge, { description: 'How it is known.' })
  known!: TieKnowledge;

  @Field(() => Title, { nullable: true, description: 'What it was verified against; needed for VERIFIED.' })
  source?: string | null;
}
