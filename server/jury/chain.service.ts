import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Decision } from './decision.ts';
import { hashOfRecord } from './record.service.ts';

@ObjectType({ description: 'Whether the decisions of an edition still say what they said when they were taken.' })
export class DecisionChain {
  @Field(() => Int, { description: 'How many decisions it links.' })
  length!: number;

  @Field(() => String, { nullable: true, description: 'The hash of the last: to print, and compare later.' })
  head!: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of the first that does not hold; null when all do.' })
  brokenAt!: number | null;
}

/** Reads the chain of an edition from its first decision: each record hashes to its hash, and cites the one before. */
export async function decisionChainOf(em: EntityManager, editionId: string): Promise<DecisionChain> {
  const all = await em.find(Decision, { edition: editionId }, { orderBy: { number: 'asc' } });
  const holds = ({ number, record, hash, previousHash }: Decision, i: number): boolean => {
    const before = all[i - 1]?.hash ?? null;
    const cited: unknown = JSON.parse(record);
    const previous = cited && typeof cited === 'object' && 'previous' in cited ? cited.previous : undefined;
    return number === i + 1 && hashOfRecord(record) === hash && previousHash === before && previous === before;
  };
  const broken = all.find((decision, i) => !holds(decision, i));
  return { length: all.length, head: all.at(-1)?.hash ?? null, brokenAt: broken?.number ?? null };
}
