/** One text in French, then in English. */
export type Said = readonly [french: string, english: string];

/** What a column holds. A decimal is written out, exact; an instant is ISO 8601 in UTC; a date has no hour. */
export type ColumnType = 'text' | 'texts' | 'integer' | 'decimal' | 'boolean' | 'date' | 'instant';

/** The values a column may take, when they are few and known: an enumeration of the contract. */
export interface Closed {
  readonly name: string;
  readonly description: Said;
  readonly values: Readonly<Record<string, Said>>;
}

/** One column of the published world, as every reader of it is told. */
export interface Column {
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly title: Said;
  readonly description: Said;
  readonly example: string | number | boolean;
  readonly unit?: Said;
  readonly closed?: Closed;
}

/** One table of schema `published`: its rows belong to a version and never change. */
export interface Table {
  readonly title: Said;
  readonly description: Said;
  /** What tells its rows apart within a version, in the order in which they are read. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

interface More<Nullable extends boolean> {
  readonly nullable?: Nullable;
  readonly unit?: Said;
  readonly closed?: Closed;
}

type Made<Type extends ColumnType, Nullable extends boolean> = Column & {
  readonly type: Type;
  readonly nullable: Nullable;
};

const made =
  <Type extends ColumnType>(type: Type) =>
  <Nullable extends boolean = false>(
    title: Said,
    description: Said,
    example: Column['example'],
    { nullable, ...more }: More<Nullable> = {},
  ): Made<Type, Nullable> => ({
    type,
    title,
    description,
    example,
    nullable: (nullable ?? false) as Nullable,
    ...more,
  });

export const text = made('text');
export const texts = made('texts');
export const integer = made('integer');
export const decimal = made('decimal');
export const boolean = made('boolean');
export const date = made('date');
export const instant = made('instant');

/** A column that may only hold the values of an enumeration. */
export const one = <Nullable extends boolean = false>(
  closed: Closed,
  title: Said,
  description: Said,
  example: string,
  more: More<Nullable> = {},
): Made<'text', Nullable> => text<Nullable>(title, description, example, { ...more, closed });

/** A row as it is written: what each of its columns holds. */
export type RowOf<T extends Table> = {
  readonly [Name in keyof T['columns']]: T['columns'][Name] extends Made<infer Type, infer Nullable>
    ? Held[Type] | (Nullable extends true ? null : never)
    : never;
};

interface Held {
  readonly text: string;
  readonly texts: readonly string[];
  readonly integer: number;
  readonly decimal: string;
  readonly boolean: boolean;
  readonly date: string;
  readonly instant: string;
}

export const onHundred: Said = ['points sur 100', 'points out of 100'];
export const structures: Said = ['structures', 'structures'];
export const share: Said = ['part de 0 à 1', 'share from 0 to 1'];

/** What several tables have alike. */
export const position = integer(
  ['Ordre', 'Position'],
  ['Sa place dans la liste, à partir de 0.', 'Its place in the list, from 0.'],
  0,
);
export const sources = texts(
  ['Sources', 'Sources'],
  [
    'Où le lire, pour ce que des sources publiques rapportent.',
    'Where it can be read, for what public sources report.',
  ],
  'https://www.afnor.org/',
);
