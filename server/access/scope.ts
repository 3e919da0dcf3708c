import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Year } from '../kernel/scalars.ts';
import type { Rights } from '../partner/rights.ts';

/** What an access opens beyond what everyone reads; with the words of `Rights`, which it becomes once a token is shown. */
@ObjectType({ description: 'What an access opens beyond what everyone reads.' })
export class AccessScope implements Rights {
  @Field(() => [Int], { description: 'The editions whose press set it reads under embargo.' })
  embargo!: number[];
}

@InputType({ description: 'What an access opens beyond what everyone reads.' })
export class AccessScopeInput implements Rights {
  @Field(() => [Year], { defaultValue: [], description: 'The editions whose press set it reads under embargo.' })
  embargo!: number[];
}

/** A scope as it is kept: in order, each year once. */
export const scopeOf = ({ embargo }: Rights): AccessScope => ({
  embargo: [...new Set(embargo)].toSorted((a, b) => a - b),
});
