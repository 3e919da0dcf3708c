import type { DocumentNode } from 'graphql';
import type { DataProvider, GetListParams, Identifier, RaRecord } from 'react-admin';
import { type Done, doing, run } from './api.ts';
import type { TadaDocumentNode } from './graphql.ts';
import { type RowsRead, rowsOf } from './rows.ts';

/** How a room speaks to the back office: one document a verb, and what its forms send. */
export interface Documents {
  /** None for records that are reached from the page of another. */
  readonly list?: DocumentNode;
  /** None for records that are only read in lists. */
  readonly one?: DocumentNode;
  readonly create?: DocumentNode;
  readonly update?: DocumentNode;
  readonly remove?: DocumentNode;
  /** The variables of `create`, from the values of the form. */
  toCreate?(values: RaRecord): object;
  /** The `input` of `update`, from the values of the form: only what the contract takes. */
  toUpdate?(values: RaRecord): object;
}

/** What a merge of two changes sends: the whole input, on the version it was merged with. */
interface Merged {
  readonly input: Readonly<Record<string, unknown>>;
  readonly version: number;
}

interface Page {
  readonly items: RaRecord[];
  readonly total: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** What the house asks beyond react-admin's verbs. */
export interface HouseProvider extends DataProvider {
  /** Every row of a filtered, sorted list, as they come. */
  rows<T extends RaRecord>(
    resource: string,
    params: Pick<GetListParams, 'filter' | 'sort'>,
    signal?: AbortSignal,
  ): AsyncGenerator<RowsRead<T>>;
  /** Removes a record; the acts bring it back. */
  remove(resource: string, id: Identifier): Promise<Done<unknown>>;
  /** What the form of a record would send of it; null where records are not corrected. */
  inputOf(resource: string, record: RaRecord): Readonly<Record<string, unknown>> | null;
}

/** react-admin's verbs over the documents of each resource. Every document asks for one field: its answer is the record. */
export function dataProviderOf(rooms: Readonly<Record<string, Documents>>): HouseProvider {
  const ask = async <Answer>(document: DocumentNode, variables: Variables, signal?: AbortSignal): Promise<Answer> => {
    const data = await run(document as TadaDocumentNode<Record<string, Answer>, Variables>, variables, signal);
    return Object.values(data)[0] as Answer;
  };
  const verb = (resource: string, name: 'list' | 'one' | 'create' | 'update' | 'remove'): DocumentNode => {
    const document = rooms[resource]?.[name];
    if (!document) throw new Error(`No ${name} document for ${resource}`);
    return document;
  };
  const list = async (resource: string, params: GetListParams, more: Variables = {}) => {
    const document = verb(resource, 'list');
    const filter = declared(resource, document, { ...params.filter, ...more });
    const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
    const paging = { page, perPage, sort: params.sort?.field, order: params.sort?.order };
    const { items, total } = await ask<Page>(document, { ...paging, ...filter }, params.signal);
    return { data: items, total };
  };
  const many = async (resource: string, ids: readonly Identifier[], signal?: AbortSignal) => {
    const pages = chunks(ids, 100).map((some) =>
      ask<Page>(verb(resource, 'list'), { ids: some, perPage: 100 }, signal),
    );
    return (await Promise.all(pages)).flatMap(({ items }) => items);
  };
  const inputOf = (resource: string, data: RaRecord) => (rooms[resource]?.toUpdate?.(data) ?? data) as Variables;
  const update = (resource: string, id: Identifier, input: object, version: unknown) =>
    ask<RaRecord>(verb(resource, 'update'), { id, version, input });
  const remove = (resource: string, id: Identifier) =>
    doing(verb(resource, 'remove') as TadaDocumentNode<unknown, Variables>, { id });

  return {
    supportAbortSignal: true,
    remove,
    inputOf: (resource, record) => (rooms[resource]?.update ? inputOf(resource, record) : null),
    rows: (resource, { filter, sort }, signal) => {
      const document = verb(resource, 'list');
      const variables = { ...declared(resource, document, filter), sort: sort?.field, order: sort?.order };
      return rowsOf(document, variables, signal);
    },
    getList: (resource, params) => list(resource, params) as never,
    getManyReference: (resource, { target, id, ...params }) => list(resource, params, { [target]: id }) as never,
    getOne: async (resource, { id, signal }) => ({ data: await ask(verb(resource, 'one'), { id }, signal) }),
    getMany: async (resource, { ids, signal }) => ({ data: (await many(resource, ids, signal)) as never }),
    create: async (resource, { data }) => {
      const variables = (rooms[resource]?.toCreate?.(data as RaRecord) ?? { input: data }) as Variables;
      return { data: await ask(verb(resource, 'create'), variables) };
    },
    // The version is the one that was read: a change made meanwhile by someone else is refused as STALE.
    update: async (resource, { id, data, previousData, meta }) => {
      const merged = meta as Merged | undefined;
      if (merged?.input) return { data: (await update(resource, id, merged.input, merged.version)) as never };
      const input = inputOf(resource, { ...previousData, ...data } as RaRecord);
      return { data: (await update(resource, id, input, previousData?.version ?? data.version)) as never };
    },
    updateMany: async (resource, { ids, data }) => {
      for (const record of await many(resource, ids))
        await update(resource, record.id, inputOf(resource, { ...record, ...data }), record.version);
      return { data: ids };
    },
    delete: async (resource, { id, previousData }) => {
      await remove(resource, id);
      return { data: (previousData ?? { id }) as never };
    },
    deleteMany: async (resource, { ids }) => {
      for (const id of ids) await remove(resource, id);
      return { data: ids };
    },
  };
}

/** Filters that are set, each known to the document: a filter that did nothing would show rows it promised to hide. */
function declared(resource: string, document: DocumentNode, filter: Variables): Variables {
  const known = document.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition'
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== '');
  for (const [name] of set) if (!known.includes(name)) throw new Error(`${resource} has no filter ${name}`);
  return Object.fromEntries(set);
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
