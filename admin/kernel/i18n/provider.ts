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

/** Values whose names are those of structures, where a sentence says so: "%{de name}" is « de la Ville de Castibrac ». */
const named = ['name', 'structure'];

/** The same, where a sentence of French may put a preposition before the name of a structure. */
export const i18nProvider: I18nProvider = {
  ...spoken,
  translate: (key, options = {}) => spoken.translate(key, { ...options, ...afterPrepositions(options) }),
};

const afterPrepositions = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    named.flatMap((key) => {
      const name = options[key];
      if (typeof name !== 'string') return [];
      return prepositions.map((preposition) => [`${preposition} ${key}`, saidAfter(preposition, name)]);
    }),
  );
