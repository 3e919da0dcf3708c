import type { Column, Table } from '../partner/column.ts';

/** Types as Table Schema names them. Source: specs.frictionlessdata.io/table-schema. */
const TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'string',
  texts: 'array',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: 'datetime',
};

/** The Table Schema of a published table, in French: what validators of open data check a file against. */
export const tableSchemaOf = (
  { title, description, key }: Table,
  columns: Readonly<Record<string, Column>>,
  own: { readonly name: string; readonly path: string },
) => ({
  $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
  name: own.name,
  title: title[0],
  description: description[0],
  path: own.path,
  lang: 'fr',
  fields: Object.entries(columns).map(([name, column]) => ({
    name,
    type: TYPES[column.type],
    title: column.title[0],
    description: [column.description[0], column.unit && `Unité : ${column.unit[0]}.`].filter(Boolean).join(' '),
    example: String(column.example),
    constraints: {
      required: !column.nullable,
      ...(column.closed ? { enum: Object.keys(column.closed.values) } : {}),
    },
  })),
  primaryKey: ['version', ...key],
  missingValues: [''],
});

/** The dictionary of data: one line a column, in French, as people read it. */
export const DICTIONARY_HEADER = [
  ...['table', 'colonne', 'intitule', 'description', 'type', 'unite', 'obligatoire', 'valeurs', 'exemple'],
];

export const dictionaryLines = (
  address: string,
  columns: Readonly<Record<string, Column>>,
): (string | number | boolean | null)[][] =>
  Object.entries(columns).map(([name, { type, title, description, example, nullable, unit, closed }]) => [
    ...[address, name, title[0], description[0], WORDS[type], unit?.[0] ?? null, nullable ? 'non' : 'oui'],
    closed
      ? Object.entries(closed.values)
          .map(([value, [said]]) => `${value} : ${said}`)
          .join(' | ')
      : null,
    String(example),
  ]);

const WORDS: Readonly<Record<Column['type'], string>> = {
  text: 'texte',
  texts: 'liste de textes, en JSON',
  integer: 'nombre entier',
  decimal: 'nombre décimal, avec un point',
  boolean: 'true ou false',
  date: 'date, AAAA-MM-JJ',
  instant: 'instant ISO 8601, en temps universel',
};
