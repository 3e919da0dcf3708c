import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const MailRow = graphql(`fragment MailRow on Mail @_unmask { id createdAt recipient subject body sentAt }`);
export type Mail = ResultOf<typeof MailRow>;

const Mails = graphql(
  `query Mails($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search) { mails(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q) { items { ...MailRow } total } }`,
  [MailRow],
);

export const documents: Documents = { list: Mails };
