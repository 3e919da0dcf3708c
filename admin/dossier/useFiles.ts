import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { FilesOf } from './dossier.graphql.ts';

/** The files of the short list of an award, by code. */
export function useFiles(mandateId: string) {
  const { data, error, refetch } = useQuery({
    queryKey: ['files', mandateId],
    queryFn: ({ signal }) => run(FilesOf, { mandateId }, signal),
  });
  return { files: data?.juryFiles ?? null, error, refetch: () => void refetch() };
}
