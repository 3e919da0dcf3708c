import { createHash } from 'node:crypto';
import { Refusal } from '../kernel/errors.ts';
import { Bound, type Variables } from './bound.ts';

type Value = (variables: Variables) => unknown;

/** The values of one statement, gathered while its text is written. */
export class Values {
  private readonly all: Value[] = [];
  private used: readonly number[] = [];

  /** A parameter, in SQL. `made` makes what PostgreSQL is given of what was asked, and may refuse it. */
  bind(asked: unknown, cast: string, made: (value: unknown) => unknown = same): string {
    this.all.push((variables) => whole(made(resolved(asked, variables))));
    return `$${this.all.length}::${cast}`;
  }

  /** A text with only the parameters it came to need, numbered anew. */
  settle(text: string): string {
    this.used = [...new Set([...text.matchAll(/\$(\d+)::/g)].map(([, number]) => Number(number) - 1))];
    return text.replaceAll(/\$(\d+)(?=::)/g, (_, number) => `$${this.used.indexOf(Number(number) - 1) + 1}`);
  }

  /** What PostgreSQL is given. What no part of the answer needs is judged all the same. */
  in(variables: Variables): unknown[] {
    const all = this.all.map((value) => value(variables));
    return this.used.map((i) => all[i]);
  }
}

const same = (value: unknown): unknown => value;

/** What was asked, with what it takes from the variables. */
export function resolved(asked: unknown, variables: Variables): unknown {
  if (asked instanceof Bound) return asked.in(variables);
  return Array.isArray(asked) ? asked.map((each) => resolved(each, variables)) : asked;
}

/** PostgreSQL holds no NUL: nothing can match a text with one. */
function whole(value: unknown): unknown {
  const texts = Array.isArray(value) ? value : [value];
  if (texts.some((text) => typeof text === 'string' && text.includes('\0'))) throw new Refusal('NOT_FOUND');
  return value instanceof Date ? value.toISOString() : value;
}

/** One statement that answers an operation, whatever its variables: its text, its values, and whether it may age. */
export interface Plan {
  /** Of the text: PostgreSQL plans it once a connection. */
  readonly name: string;
  readonly text: string;
  readonly values: Values;
  /** Whether a later version may change the answer. */
  readonly moving: boolean;
  /** The versions it is pinned to, to be found in the variables. */
  readonly pins: readonly unknown[];
}

export const named = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** A text in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
