import { Collection, type Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { AccessScope } from './scope.ts';
import { PartnerToken } from './token.ts';

/** How far an access has come. */
export enum AccessState {
  REQUESTED = 'REQUESTED',
  GRANTED = 'GRANTED',
  REFUSED = 'REFUSED',
  REVOKED = 'REVOKED',
}
registerEnumType(AccessState, {
  name: 'AccessState',
  description: 'How far an access to the published API has come.',
  valuesConfig: {
    REQUESTED: { description: 'A partner asked for it; staff decide.' },
    GRANTED: { description: 'Staff granted it: its holder makes tokens.' },
    REFUSED: { description: 'Staff refused it, with a motive.' },
    REVOKED: { description: 'Staff took it back, with a motive: none of its tokens works any more.' },
  },
});

/** The contracts an access can be pinned to, the latest last. One that is no longer served is refused by its name. */
export const CONTRACTS = ['2026-11'] as const;
export const LATEST_CONTRACT: string = CONTRACTS[CONTRACTS.length - 1] ?? '';

/** Objects an hour that an access may read, unless staff say otherwise. */
export const USUAL_ALLOWANCE = 200_000;

/** What a partner asked to read through the published API, and what staff made of it. */
@ObjectType({ description: 'What a partner asked to read through the published API, and what staff made of it.' })
@Entity()
@Unique({ name: 'partner_access_link_once', properties: ['linkHash'] })
@Index({ properties: ['email'] })
export class PartnerAccess extends Stored {
  @Field(() => String, { description: 'Who asked.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The body they ask for.' })
  @Property({ type: 'text' })
  organisation!: string;

  @Field(() => String, { description: 'Where the personal link is mailed, in lower case.' })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => String, { description: 'What they will do with it, in their own words.' })
  @Property({ type: 'text' })
  purpose!: string;

  @Field(() => AccessScope, { description: 'What they asked for.' })
  @Property({ type: 'json' })
  wanted!: AccessScope;

  @Field(() => AccessState, { description: 'How far it has come.' })
  @Enum({ items: () => AccessState })
  state: Opt<AccessState> = AccessState.REQUESTED;

  @Field(() => AccessScope, { description: 'What it opens; what was asked for, until it is granted.' })
  @Property({ type: 'json' })
  scope!: AccessScope;

  @Field(() => Day, { nullable: true, description: 'Its last day; null for no end.' })
  @Property({ type: 'date', nullable: true })
  expiresOn: string | null = null;

  @Field(() => [String], { description: 'Where its tokens may be used from, as ranges; empty for anywhere.' })
  @Property({ type: 'array' })
  addresses: Opt<string[]> = [];

  @Field(() => Int, { description: 'How many objects it may read in an hour.' })
  @Property({ type: 'integer' })
  allowance: Opt<number> = USUAL_ALLOWANCE;

  @Field(() => String, { description: 'The contract it was written for. Example: 2026-11.' })
  @Property({ type: 'text' })
  contract: Opt<string> = LATEST_CONTRACT;

  @Field(() => String, { nullable: true, description: 'Why it was refused or taken back.' })
  @Property({ type: 'text', nullable: true })
  motive: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When staff last decided; null while they have not.' })
  @Property({ type: 'datetime', nullable: true })
  decidedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  decidedBy: string | null = null;

  /** Of the personal link to its page, mailed to its address: SHA-256, as of every link. */
  @Property({ type: 'text' })
  linkHash!: string;

  @Property({ type: 'datetime' })
  linkUntil!: Date;

  @OneToMany(
    () => PartnerToken,
    (token) => token.access,
    { orderBy: { createdAt: 'desc' } },
  )
  tokens = new Collection<PartnerToken>(this);

  @Field(() => [PartnerToken], { name: 'tokens', description: 'Its tokens, the latest first.' })
  async loadTokens(): Promise<PartnerToken[]> {
    return this.tokens.loadItems();
  }
}
