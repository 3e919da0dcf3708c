import type { DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import { documents as assignments } from '../../admin/assignment/assignment.graphql.ts';
import { documents as audits } from '../../admin/audit/audit.graphql.ts';
import { addressOf, type Behind, behind } from '../../admin/cockpit/lists.ts';

const lists: Readonly<Record<string, DocumentNode>> = {
  assignment: assignments.list as DocumentNode,
  audit: audits.list as DocumentNode,
};

const variablesOf = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((each) =>
    each.kind === 'OperationDefinition'
      ? (each.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );

const filtered = Object.entries<Behind>(behind).filter(([, { filter }]) => filter !== undefined);

test.each(filtered)('the list behind « %s » is asked with the filter it is opened with', (_, { list, filter }) => {
  expect(variablesOf(lists[list] as DocumentNode)).toEqual(expect.arrayContaining(Object.keys(filter ?? {})));
});

test('the address of a list carries its filter', () => {
  expect(addressOf(behind.late)).toBe('/assignment?filter=%7B%22late%22%3Atrue%7D');
  expect(addressOf(behind.claims)).toBe('/claims');
});
