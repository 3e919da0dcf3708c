import { useGetList } from 'react-admin';

/** How many rows a filtered list has: the number a to-do shows is that of the list it opens. Undefined until known. */
export function useTotal(
  resource: string,
  filter: Readonly<Record<string, unknown>>,
  enabled = true,
): number | undefined {
  const page = { page: 1, perPage: 1 };
  const { total } = useGetList(resource, { pagination: page, filter }, { enabled, retry: false });
  return total;
}
