import polyglot from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { fr } from './fr.ts';

/** French first; English is fetched when it is asked for. A missing sentence shows its key in development only. */
export const i18nProvider: I18nProvider = polyglot(
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
