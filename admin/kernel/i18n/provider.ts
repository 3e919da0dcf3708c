import polyglot from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { prepositions, saidAfter } from '../../../server/kernel/preposition.rules.ts';
import { fr } from './fr.ts';

/** What is said, but for prepositions: French first; English is fetched when it is asked for. A missing sentence shows its key in development only. */
const spoken: I18nProvider = polyglot(
  (locale) => {
    document.documentElement.lang = locale;
    if (locale === 'en') return import('./en.ts').then(({ en }) => en as unknown as TranslationMessages);
    return fr as unknown as TranslationMessages;
  },
  'fr',
  [
    { locale: 'fr', name: 'Français' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: true },
);

/**
 * Values that may be names of structures, one or several: where a sentence says so, "%{de name}" is « de la Ville de
 * Castibrac », and "%{à names}" « à la Ville de Castibrac et au CCAS de Loubremont ».
 */
const named = ['name', 'structure', 'names'];

/** The same, where a sentence of French may put a preposition before the name of a structure. */
export const i18nProvider: I18nProvider = {
  ...spoken,
  translate: (key, options = {}) => spoken.translate(key, { ...options, ...afterPrepositions(options) }),
};

const afterPrepositions = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    named.flatMap((key) => {
      const said = options[key];
      const names: readonly string[] = Array.isArray(said) ? said : typeof said === 'string' ? [said] : [];
      if (names.length === 0) return [];
      const after = prepositions.map((word) => [`${word} ${key}`, listed(names.map((name) => saidAfter(word, name)))]);
      return [[key, listed(names)], ...after];
    }),
  );

const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(spoken.getLocale(), { type: 'conjunction' }).format(words);
