import { Field, ID, InputType, Int } from 'type-graphql';
import { Day, Prose, Title } from '../kernel/scalars.ts';
import { LicenceScope } from './licence.ts';

@InputType({ description: 'What staff say of a licence.' })
export class LicenceInput {
  @Field(() => LicenceScope, { description: 'Which laureates it is for.' })
  scope!: LicenceScope;

  @Field(() => Int, { defaultValue: 0, description: 'Its place in the table.' })
  position?: number;

  @Field(() => Title, { description: 'What it is, such as “Logo du trophée, en couleur”.' })
  label!: string;

  @Field(() => Prose, { description: 'What may be written, to the letter, with names left open between braces.' })
  wording!: string;

  @Field(() => Day, { description: 'First day it may be used.' })
  fromOn!: string;

  @Field(() => Day, { nullable: true, description: 'Last day it may be used; null for no end.' })
  untilOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The file of the logo, a PNG or a PDF, sent by `POST /admin/uploads`; null for a wording alone.',
  })
  logoId?: string | null;
}
