import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Door } from './provisional.rules.ts';
import { ShownResult } from './shown.ts';

/** Where a link to provisional results leads. */
export enum ProvisionalState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(ProvisionalState, {
  name: 'ProvisionalState',
  description: 'Where a link to provisional results leads.',
  valuesConfig: {
    OPEN: { description: 'To the results, and to what can be contested.' },
    CLOSED: { description: 'Nowhere: the deadline is past, or the phase that hears structures is over.' },
  },
});

@ObjectType({ description: 'Where a link to provisional results leads. Asking changes nothing.' })
export class ProvisionalDoor {
  @Field(() => ProvisionalState, { description: 'Where it leads.' })
  state!: Door;

  @Field(() => String, { description: 'The structure.' })
  structure!: string;

  @Field(() => String, { description: 'The edition, by its name that year.' })
  edition!: string;

  @Field(() => Int, { description: 'The year of the edition.' })
  year!: number;

  @Field(() => Date, { nullable: true, description: 'The deadline: from that instant nothing is contested any more.' })
  until!: Date | null;
}

@ObjectType({ description: 'Provisional results that wait in the space of a structure. Asking changes nothing.' })
export class ProvisionalWaiting extends ProvisionalDoor {
  @Field(() => ID, { description: 'The structure in its edition: what `readProvisional` asks for.' })
  enrolmentId!: string;
}

@ObjectType({ description: 'Provisional results, as a structure reads them: by its link, or in its space.' })
export class ProvisionalReading {
  @Field(() => ID, { description: 'Which ones.' })
  id!: string;

  @Field(() => String, { description: 'The structure.' })
  structure!: string;

  @Field(() => String, { description: 'The category it is compared in.' })
  category!: string;

  @Field(() => String, { description: 'The edition, by its name that year.' })
  edition!: string;

  @Field(() => Int, { description: 'The year of the edition.' })
  year!: number;

  @Field(() => Date, { nullable: true, description: 'The deadline: from that instant nothing is contested any more.' })
  until!: Date | null;

  @Field(() => ProvisionalState, { description: 'Whether something may still be contested.' })
  state!: Door;

  @Field(() => ShownResult, { description: 'What it is shown: the same for ever.' })
  shown!: ShownResult;

  @Field(() => String, {
    nullable: true,
    description: 'Who reads, when signed in: claims bear this name. By a link, whoever writes gives theirs.',
  })
  reader!: string | null;
}
