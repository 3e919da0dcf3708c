import { useMemo } from 'react';
import { useLocale } from 'react-admin';

/** Writes a difference with its sign: +1,9, −0,3, 0,0; an em dash for none. */
export function useSigned(): (value: string | number | null | undefined, digits: number) => string {
  const locale = useLocale();
  return useMemo(() => {
    const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
    return (value, digits) =>
      value == null
        ? '—'
        : new Intl.NumberFormat(tag, {
            ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' },
            ...(Number(value) > 0 ? { signDisplay: 'exceptZero' as const } : {}),
          })
            .format(Number(value))
            .replace('-', '−');
  }, [locale]);
}
