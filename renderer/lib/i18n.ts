import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '#locales/en';
import { isolated } from './bidi';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // The catalogue is in the bundle, so the first render already has its words.
  initAsync: false,
  // React escapes by itself; what is put into sentences may run the other way.
  interpolation: { escapeValue: true, escape: isolated },
  react: { useSuspense: false },
  returnNull: false,
});

/** The catalogue for code outside components; inside them use `useTranslation` from react-i18next. */
export const i18n = i18next;
