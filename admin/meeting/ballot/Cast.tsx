import { useEffect } from 'react';
import { useKept } from '../../kernel/useKept.ts';
import type { Item } from '../meeting.graphql.ts';
import { type BallotDraft, blankDraft } from './draft.ts';

/** Wipes what was kept of a ballot once it is in the urn, even when the answer that said so was lost. */
export const Cast = ({ item }: { readonly item: Item }) => {
  const { forget, ready } = useKept<BallotDraft>(`ballot.${item.id}`, blankDraft, sessionStorage);
  useEffect(() => {
    if (ready) forget();
  }, [ready, forget]);
  return null;
};
