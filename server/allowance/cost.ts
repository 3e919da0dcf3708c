import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, visit } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { costOf } from './cost.rules.ts';

/** Costs kept in mind of one operation; with more sizes than these it is counted each time. */
const MOST_KNOWN = 100;

/** The arguments that decide what an operation costs: how many, and whether at all. */
const DECIDING = new Set(['first', 'last', 'if']);

interface Priced {
  /** The variables that such an argument takes its value from. */
  readonly deciding: readonly string[];
  readonly costs: Map<string, number>;
}

/** Counts what operations cost, each once for the sizes it is asked with: most are asked again with other filters only. */
export function openCosts(schema: GraphQLSchema, most: number) {
  const known = new WeakMap<OperationDefinitionNode, Priced>();
  const pricedOf = (document: DocumentNode, operation: OperationDefinitionNode): Priced => {
    const priced = known.get(operation) ?? { deciding: decidingIn(document), costs: new Map() };
    known.set(operation, priced);
    return priced;
  };
  return (document: DocumentNode, operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>) => {
    const { deciding, costs } = pricedOf(document, operation);
    const { coerced = null } =
      deciding.length > 0
        ? getVariableValues(schema, operation.variableDefinitions ?? [], { ...given })
        : { coerced: {} };
    // Variables that are wrong cost what they say, and are refused later: nothing is concluded from them.
    if (coerced === null) return costOf(schema, document, operation, given, most);
    const key = JSON.stringify(deciding.map((name) => coerced[name]));
    const cost = costs.get(key) ?? costOf(schema, document, operation, given, most);
    if (costs.size < MOST_KNOWN) costs.set(key, cost);
    return cost;
  };
}

function decidingIn(document: DocumentNode): string[] {
  const found = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (DECIDING.has(name.value) && value.kind === 'Variable') found.add(value.name.value);
    },
  });
  return [...found];
}
