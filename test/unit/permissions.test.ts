import type { GraphQLField, GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { type Actor, Role } from '../../server/kernel/actor.ts';
import { refusalIn } from '../../server/kernel/constraints.ts';
import { backOfficeSchema, partnerSchema } from '../../server/schema.ts';

const roles = Object.values(Role);
const schema = await backOfficeSchema();
const operations = operationsOf(schema);

test.each(operations)('$name is closed to strangers', async (operation) => {
  expect(await answer(operation, null)).toBe('UNAUTHENTICATED');
});

test('who may do what', async () => {
  const lines = await Promise.all(
    operations.map(async (operation) => {
      const answers = await Promise.all(roles.map((role) => answer(operation, role)));
      const open = answers.map((reason, i) => (reason === 'FORBIDDEN' ? '·' : (roles[i] ?? '')).padEnd(13));
      return `${operation.name.padEnd(20)} ${open.join(' ')}`.trimEnd();
    }),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../schema/permissions.txt');
});

test('the published world changes nothing', async () => {
  expect((await partnerSchema()).getMutationType()).toBeUndefined();
});

/** What an operation answers to nothing but an actor: authorization comes before any argument is read. */
async function answer({ resolve }: GraphQLField<unknown, unknown>, role: Role | null): Promise<string> {
  const actor: Actor | null = role && {
    id: 'someone',
    name: 'Someone',
    email: 'someone@example.org',
    role,
    structureId: null,
  };
  try {
    await resolve?.({}, {}, { actor }, {} as never);
  } catch (error) {
    return refusalIn(error)?.reason ?? 'OPEN';
  }
  return 'OPEN';
}

function operationsOf(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  const types = [schema.getQueryType(), schema.getMutationType()];
  return types
    .flatMap((type) => Object.values(type?.getFields() ?? {}))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
