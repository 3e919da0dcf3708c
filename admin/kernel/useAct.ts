import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, detailsIn, run } from './api.ts';
import type { TadaDocumentNode } from './graphql.ts';

/** Does something that the server may refuse, and reads `keys` again whatever it answered. */
export function useAct(keys: readonly string[]) {
  const client = useQueryClient();
  const words = useRefusalInWords();
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  /** Answers what was done; null when it was refused. */
  const act = async <Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result | null> => {
    setPending(true);
    setError(null);
    try {
      return await run(document, variables);
    } catch (refusal) {
      setError(refusal);
      return null;
    } finally {
      setPending(false);
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
    }
  };
  const forgive = useCallback(() => setError(null), []);
  return { act, pending, error, refusal: error === null ? null : words(error), forgive };
}

/** A refusal as one reads it. */
export function useRefusalInWords(): (error: unknown) => string {
  const translate = useTranslate();
  return (error) => translate(`refusal.${codeIn(error)}`, { ...detailsIn(error), _: translate('refusal.INTERNAL') });
}
