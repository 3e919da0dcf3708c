import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { codeIn, detailsIn, run } from './api.ts';
import type { TadaDocumentNode } from './graphql.ts';

/**
 * Does something that the server may refuse: the one way the house does, under dialogs and buttons alike. `keys` are read
 * again whatever was answered; without any, the page is, once it is done.
 */
export function useAct(keys: readonly string[] | null = null) {
  const client = useQueryClient();
  const refresh = useRefresh();
  const words = useRefusalInWords();
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  /** Answers what was done; null when it was refused. */
  const attempt = async <Result>(deed: () => Promise<Result>): Promise<Result | null> => {
    setPending(true);
    setError(null);
    try {
      const result = await deed();
      if (keys === null) refresh();
      return result;
    } catch (refusal) {
      setError(refusal);
      return null;
    } finally {
      setPending(false);
      for (const key of keys ?? []) void client.invalidateQueries({ queryKey: [key] });
    }
  };
  const act = <Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result | null> => attempt(() => run(document, variables));
  const forgive = useCallback(() => setError(null), []);
  return { act, attempt, pending, error, refusal: error === null ? null : words(error), forgive };
}

/** A refusal as one reads it. */
export function useRefusalInWords(): (error: unknown) => string {
  const translate = useTranslate();
  return (error) => translate(`refusal.${codeIn(error)}`, { ...detailsIn(error), _: translate('refusal.INTERNAL') });
}
