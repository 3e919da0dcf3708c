import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';

/** What an access opens, as the contract tells it. */
export interface Scope {
  readonly embargo: readonly number[];
}

/** What an access opens, in a sentence. */
export function useScopeInWords(): (scope: Scope) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ embargo }) =>
    [
      translate('partner.scope.published'),
      ...(embargo.length > 0 ? [translate('partner.scope.embargo', { years: format.list(embargo.map(String)) })] : []),
    ].join(' ; ');
}
