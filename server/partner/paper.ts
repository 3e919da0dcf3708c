import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { bound } from '../kernel/bulk.ts';
import { textKind } from './closed.ts';
import type { Read } from './compiler.ts';
import { enumOf } from './type.ts';

/** A text as it is given to the world: bytes that never change, under the version they tell of. */
export interface Paper {
  readonly version: string;
  readonly kind: string;
  readonly content: Buffer;
  readonly sha256: string;
  readonly at: Date;
}

/** Puts a text where the world reads it, at an address that holds for ever. */
export const layPaper = async (em: EntityManager, { version, kind, content, sha256, at }: Paper): Promise<void> => {
  await bound(
    em,
    'insert into published.paper (version, kind, content, sha256, size, published_at) values ($1, $2, $3, $4, $5, $6)',
    [version, kind, content, sha256, content.length, at],
  );
};

/** Takes a text away from the world: its bytes go, and what stays says when, and why. */
export const takePaper = async (
  em: EntityManager,
  { version, kind }: Pick<Paper, 'version' | 'kind'>,
  at: Date,
  reason: string,
): Promise<void> => {
  await bound(
    em,
    'update published.paper set content = null, withdrawn_at = $3, withdrawn_reason = $4 where version = $1 and kind = $2',
    [version, kind, at, reason],
  );
};

/** What each text is called in its address. It never changes once published. */
export const PAPERS: Readonly<Record<string, string>> = {
  SYNTHESIS: 'synthese.pdf',
  PRESS_RELEASE: 'communique.pdf',
};

const need = <Type extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: Type) => new GraphQLNonNull(type);
const told = (sql: (row: string) => string) => ({ extensions: { read: { as: 'sql', sql } satisfies Read } });
const instant = (column: string) =>
  told((row) => `to_char(${row}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const fileOf = (row: string): string =>
  `case ${row}.kind ${Object.entries(PAPERS)
    .map(([kind, file]) => `when '${kind}' then '${file}'`)
    .join(' ')} end`;

const paper = new GraphQLObjectType({
  name: 'PublishedText',
  description: 'A text that a version is told with, as a tagged PDF in French.',
  fields: {
    kind: {
      ...{ type: need(enumOf(textKind)), description: 'Which text. Example: SYNTHESIS.' },
      ...told((row) => `${row}.kind`),
    },
    path: {
      ...{
        type: need(GraphQLString),
        description: 'Where it lies on this server. Example: /donnees/2022.1/synthese.pdf.',
      },
      ...told((row) => `'/donnees/' || ${row}.version || '/' || ${fileOf(row)}`),
    },
    sha256: {
      type: need(GraphQLString),
      description:
        'SHA-256 of its bytes, which never change. Example: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.',
      ...told((row) => `${row}.sha256`),
    },
    size: {
      ...{ type: need(GraphQLInt), description: 'Its length. Unit: bytes. Example: 84213.' },
      ...told((row) => `${row}.size`),
    },
    publishedAt: {
      type: need(GraphQLDateTimeISO),
      description: 'When it was given to the public. Example: 2022-11-10T11:30:00.000Z.',
      ...instant('published_at'),
    },
    withdrawnAt: {
      type: GraphQLDateTimeISO,
      description:
        'When it was withdrawn: its address then answers 410; null while it is there. Example: 2022-11-14T08:00:00.000Z.',
      ...instant('withdrawn_at'),
    },
    withdrawnReason: {
      type: GraphQLString,
      description: 'Why it was withdrawn, in French; null while it is there. Example: Un nom était faux.',
      ...told((row) => `${row}.withdrawn_reason`),
    },
  },
});

/** The texts of a version: given, and taken away, on purpose, whatever the version itself says. */
export const papers: GraphQLFieldConfig<unknown, unknown> = {
  type: need(new GraphQLList(need(paper))),
  description:
    'The texts it is told with, once they are given to the public: the synthesis, the press release. Those of a version ' +
    'that another took the place of stay: see supersededBy.',
  extensions: {
    size: Object.keys(PAPERS).length,
    read: { as: 'rows', from: 'paper', on: ['version'], order: 'kind desc' } satisfies Read,
  },
};
