import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/problem';
import type rest from '../locales/ko/rest';
import type start from '../locales/ko/start';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof start & typeof rest;
  }
}

const storageKey = 'narutalk.language';

/** The router begins with its first page before there are any texts. */
let markStarted: () => void;
const started = new Promise<void>((resolve) => {
  markStarted = resolve;
});

/** Starts with the language chosen last, else the browser's, else Korean. To be awaited before the first text. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: await loadStart(language) },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
  markStarted();
}

/** Changes the language now and for later visits. */
export async function changeLanguage(language: Language): Promise<void> {
  addTexts(language, await loadStart(language));
  if (restIsLoaded) addTexts(language, await loadRest(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(storageKey, language);
}

let restIsLoaded = false;

/** To be awaited before the first text that is neither of the sign-in nor of the chat: most of them, and few are needed to ask. */
export async function loadRestOfTexts(): Promise<void> {
  await started;
  const language = i18next.language as Language;
  addTexts(language, await loadRest(language));
  restIsLoaded = true;
}

function addTexts(language: Language, texts: object): void {
  for (const [namespace, bundle] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, bundle);
  }
}

function preferredLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (stored === 'ko' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ko';
}

async function loadStart(language: Language) {
  const texts = language === 'ko' ? await import('../locales/ko/start') : await import('../locales/en/start');
  return texts.default;
}

async function loadRest(language: Language) {
  const texts = language === 'ko' ? await import('../locales/ko/rest') : await import('../locales/en/rest');
  return texts.default;
}
