import {
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
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
