import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Door } from './access.rules.ts';

/** Where a link to a version under embargo leads. */
export enum EarlyState {
  OPEN = 'OPEN',
  NOT_YET = 'NOT_YET',
  CLOSED = 'CLOSED',
  REVOKED = 'REVOKED',
  PUBLISHED = 'PUBLISHED',
}
registerEnumType(EarlyState, {
  name: 'EarlyState',
  description: 'Where a link to a version under embargo leads.',
  valuesConfig: {
    OPEN: { description: 'To the version: one reading is one line of the register.' },
    NOT_YET: { description: 'Nowhere before its day.' },
    CLOSED: { description: 'Nowhere: no release is scheduled, or it was stopped.' },
    REVOKED: { description: 'Nowhere any more: it was withdrawn.' },
    PUBLISHED: { description: 'Nowhere else than where all read: the version is public.' },
  },
});

@ObjectType({ description: 'Where a link to a version under embargo leads. Asking changes nothing.' })
export class EarlyDoor {
  @Field(() => EarlyState, { description: 'Where it leads.' })
  state!: Door;

  @Field(() => String, { description: 'Whom it was given to.' })
  name!: string;

  @Field(() => String, { description: 'For whom they read.' })
  body!: string;

  @Field(() => String, { description: 'The edition, by its name that year.' })
  edition!: string;

  @Field(() => Date, { description: 'From when it opens.' })
  fromAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the version becomes public; null when none is scheduled.' })
  dueAt!: Date | null;
}

@ObjectType({ description: 'What is read under embargo: the same rows as will be public.' })
export class EarlyReading {
  @Field(() => String, { description: 'The version.' })
  version!: string;

  @Field(() => String, { description: 'Who reads, and for whom: what every page of it bears.' })
  reader!: string;

  @Field(() => Date, { description: 'When it was read: what every page of it bears too.' })
  at!: Date;

  @Field(() => Date, { description: 'When it becomes public.' })
  dueAt!: Date;

  @Field(() => GraphQLJSONObject, { description: 'Its rows, by table of the published world.' })
  rows!: object;
}
