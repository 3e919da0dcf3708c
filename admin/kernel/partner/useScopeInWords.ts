import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';

/** What an access opens, as the contract tells it. */
export interface Scope {
  readonly editions: readonly number[] | null;
  readonly categories: readonly string[] | null;
  readonly embargo: readonly number[];
}

/** What an access opens, in a sentence. */
export function useScopeInWords(): (scope: Scope) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ editions, categories, embargo }) =>
    [
      editions
        ? translate('partner.scope.editions', {
            smart_count: editions.length,
            years: format.list(editions.map(String)),
          })
        : translate('partner.scope.allEditions'),
      ...(categories ? [translate('partner.scope.categories', { codes: format.list(categories) })] : []),
      ...(embargo.length > 0 ? [translate('partner.scope.embargo', { years: format.list(embargo.map(String)) })] : []),
    ].join(' ; ');
}
