import { useGetManyAggregate, useGetRecordRepresentation } from 'react-admin';

/** The name of another record; what is no longer there keeps the end of its identifier, so that two stay apart. */
export const Referred = ({ reference, id }: { readonly reference: string; readonly id: string }) => {
  const { data, isPending } = useGetManyAggregate(reference, { ids: [id] }, { retry: false });
  const nameOf = useGetRecordRepresentation(reference);
  const record = data?.[0];
  if (record) return nameOf(record);
  return isPending ? '…' : `…${id.slice(-6)}`;
};
