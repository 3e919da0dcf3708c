import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { backOfficeSchema, partnerSchema } from '../../server/schema.ts';

/** Rewritten by `npm run schema`; a difference shows in the review. */
describe.each([
  ['admin', backOfficeSchema],
  ['partner', partnerSchema],
])('the contract %s', (name, build) => {
  test('is what was reviewed', async () => {
    const printed = `${printSchema(lexicographicSortSchema(await build()))}\n`;
    await expect(printed).toMatchFileSnapshot(`../../schema/${name}.graphql`);
  });

  test('describes every type and field', async () => {
    expect(undescribed(await build())).toEqual([]);
  });
});

describe('the contract with the world', () => {
  /**
   * `schema/partner.released.graphql` is the contract of the last release of the product: partners built on it. It is
   * replaced when one is released, by a copy of `partner.graphql`, and at no other time. None was yet: it is the first.
   */
  test('breaks nothing of what was last released', async () => {
    const released = buildSchema(
      readFileSync(new URL('../../schema/partner.released.graphql', import.meta.url), 'utf8'),
    );
    expect(findBreakingChanges(released, await partnerSchema())).toEqual([]);
  });

  test('gives an example of every figure, text and date that it answers', async () => {
    const silent = Object.values((await partnerSchema()).getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.values(type.getFields())
            .filter((field) => isLeafType(getNamedType(field.type)) && !field.description?.includes('Example: '))
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(silent).toEqual([]);
  });

  test('says until when whatever is deprecated goes on working', async () => {
    const fields = Object.values((await partnerSchema()).getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()) : [],
    );
    for (const { name, deprecationReason } of fields)
      if (deprecationReason) expect(deprecationReason, name).toMatch(/\buntil \d{4}-\d{2}-\d{2}\b/);
  });
});

function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => {
      const fields =
        isObjectType(type) || isInputObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
      const own = type.description || ['Query', 'Mutation'].includes(type.name) ? [] : [type.name];
      return [...own, ...fields.filter(({ description }) => !description).map((field) => `${type.name}.${field.name}`)];
    });
}
