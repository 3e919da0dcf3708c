import { useSyncExternalStore } from 'react';
import { typeset } from '../../kernel/i18n/typeset.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

const KEY = 'terrain.language';
const listeners = new Set<() => void>();

/** The same words, with the spaces and apostrophes of a printer; English asks for none of its spaces. */
const set = <T>(words: T): T => {
  if (typeof words === 'string') return typeset(words) as T;
  if (typeof words === 'function') return ((...args: never[]) => typeset(words(...args))) as T;
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, set(value)])) as T;
};
const french = set(fr);

const isEnglish = (): boolean => localStorage.getItem(KEY) === 'en';

/** What the app says, in the language chosen on this device; French before. */
export const useWords = (): Words =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => (isEnglish() ? en : french),
  );

/** The other language, from now on. */
export function turnLanguage(): void {
  localStorage.setItem(KEY, isEnglish() ? 'fr' : 'en');
  document.documentElement.lang = isEnglish() ? 'en' : 'fr';
  for (const listener of listeners) listener();
}

/** A sentence for a code, among those there are; the one for all others else. */
export const sentence = <T extends { readonly other: string }>(words: T, code: string): string =>
  (words as unknown as Record<string, string>)[code] ?? words.other;
