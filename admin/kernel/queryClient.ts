import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';

/** Asks again what the network lost, never what the server refused. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !(error instanceof HttpError && error.status < 500),
    },
  },
});
