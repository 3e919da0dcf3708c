import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLEmailAddress, GraphQLLocalDate } from 'graphql-scalars';

const TITLE = /^[^\n\r]{1,200}$/;
const CODE = /^[A-Za-z0-9][\w.-]{0,79}$/;

/** Text of one line: trimmed, 1 to 200 characters, no line break. */
export const Title = text('Title', 'One line of text, 1 to 200 characters.', 1, 200, TITLE);
/** Whether a cell of a file could be a title. */
export const isTitle = (cell: string): boolean => TITLE.test(cell);

/** Text of several lines: trimmed, 1 to 5000 characters. */
export const Prose = text('Prose', 'Text of several lines, 1 to 5000 characters.', 1, 5000, /[\s\S]*/);

/** A whole document that someone writes: 1 to 60000 characters. */
export const ManuscriptText = text('ManuscriptText', 'A whole document, 1 to 60000 characters.', 1, 60_000, /[\s\S]*/);

/** A stable key: lower-case words joined by dots, underscores or hyphens. */
export const Code = text('Code', 'A stable key, such as phone.access.rings.', 1, 80, CODE);
/** Whether a cell of a file could be a code. */
export const isCode = (cell: string): boolean => CODE.test(cell);

/** A decimal written out: exact, never a floating-point number. */
export const DecimalText = text('Decimal', 'An exact decimal written out, such as "12.5".', 1, 20, /^-?\d+(\.\d+)?$/);

/** Whether a cell of a file could be an e-mail address: as the forms judge it. */
export const isEmail = (cell: string): boolean => {
  try {
    return GraphQLEmailAddress.parseValue(cell) !== null;
  } catch {
    return false;
  }
};

/** What a person is still typing: kept as it comes, judged later. */
export const Draft = text('Draft', 'Text that is still being typed, up to 2000 characters.', 0, 2000, /[\s\S]*/);

/** What a person types to find a record. */
export const Search = text('Search', 'What to look for, up to 100 characters.', 0, 100, /^[^\n\r]*$/);

/** The year of an edition, 2000 to 2100. */
export const Year = new GraphQLScalarType<number, number>({
  name: 'Year',
  description: 'The year of an edition, 2000 to 2100.',
  serialize: (value) => Number(value),
  parseValue: (value) => yearOf(value),
  parseLiteral: (node) => yearOf(node.kind === Kind.INT ? Number(node.value) : Number.NaN),
});

/** A day without an hour: 2022-11-10. */
export const Day = GraphQLLocalDate;

function yearOf(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2000 && value <= 2100) return value;
  throw new GraphQLError('A year is a whole number from 2000 to 2100.');
}

function text(name: string, description: string, shortest: number, longest: number, shape: RegExp) {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string') throw new GraphQLError(`${name}: text expected.`);
    const trimmed = value.trim();
    if (trimmed.length < shortest || trimmed.length > longest || !shape.test(trimmed))
      throw new GraphQLError(`${name}: ${description}`);
    return trimmed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}
