import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Code, Year } from '../kernel/scalars.ts';
import type { Rights } from '../partner/rights.ts';

/** What an access opens; with the words of `Rights`, which it becomes once a token is shown. */
@ObjectType({ description: 'What an access opens.' })
export class AccessScope implements Rights {
  @Field(() => [Int], { nullable: true, description: 'The years it is limited to; null for every published edition.' })
  editions!: number[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the categories it is limited to; null for all.' })
  categories!: string[] | null;

  @Field(() => [Int], { description: 'The editions whose press set it reads under embargo.' })
  embargo!: number[];
}

@InputType({ description: 'What an access opens.' })
export class AccessScopeInput implements Rights {
  @Field(() => [Year], { nullable: true, description: 'The years it is limited to; null for every published edition.' })
  editions: number[] | null = null;

  @Field(() => [Code], { nullable: true, description: 'Codes of the categories it is limited to; null for all.' })
  categories: string[] | null = null;

  @Field(() => [Year], { defaultValue: [], description: 'The editions whose press set it reads under embargo.' })
  embargo!: number[];
}

/** A scope as it is kept: each list in order, once, and an empty one the same as none. */
export function scopeOf({ editions, categories, embargo }: Rights): AccessScope {
  const years = (list: readonly number[]) => [...new Set(list)].toSorted((a, b) => a - b);
  return {
    editions: editions && editions.length > 0 ? years(editions) : null,
    categories: categories && categories.length > 0 ? [...new Set(categories)].toSorted() : null,
    embargo: years(embargo),
  };
}
