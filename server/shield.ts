import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';

/** What the documents of a contract may weigh. Seen: the palmarès costs 100 and is 5 deep. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  /** Counted by the library; left out where we count ourselves what is asked for. */
  readonly cost?: number;
}

/** Refuses documents that are too deep, too repetitive or too long before anything runs. */
export function shield<C extends BaseContext>({
  depth,
  aliases,
  cost,
}: Limits): Pick<ApolloServerOptions<C>, 'plugins' | 'validationRules'> {
  const armor = new ApolloArmor({
    maxDepth: { n: depth, flattenFragments: true },
    maxAliases: { n: aliases },
    maxDirectives: { n: 20 },
    maxTokens: { n: 2000 },
    costLimit: cost === undefined ? { enabled: false } : { maxCost: cost, ignoreIntrospection: true },
    blockFieldSuggestion: { enabled: false },
  });
  const { plugins, validationRules } = armor.protect();
  return { plugins: plugins as NonNullable<ApolloServerOptions<C>['plugins']>, validationRules };
}
