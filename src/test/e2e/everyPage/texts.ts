import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Language = 'ko' | 'en';

const locales = path.join(__dirname, '..', '..', '..', 'web', 'locales');

/** The texts of one language, by their whole key: `chat.composer.label`. */
function textsOf(language: Language): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(path.join(locales, language)).filter((name) => name.endsWith('.json'))) {
    collect(
      JSON.parse(readFileSync(path.join(locales, language, file), 'utf8')) as object,
      path.parse(file).name,
    );
  }
  return texts;

  function collect(value: object, above: string): void {
    for (const [key, inner] of Object.entries(value)) {
      const whole = `${above}.${key}`;
      if (typeof inner === 'string') texts.set(whole, inner);
      else collect(inner as object, whole);
    }
  }
}

const texts = { ko: textsOf('ko'), en: textsOf('en') };

/** What is shown for a key: `common.signOut`. */
export function textOf(key: string, language: Language): string {
  const text = texts[language].get(key);
  if (text === undefined) throw new Error(`there is no text ${key}`);
  return text;
}

/** Keys as `t()` would show them if it did not find them: whole, and without the file they stand in. */
const keys = new Set(
  [...texts.ko.keys()]
    .flatMap((key) => [key, key.replace('.', ':'), key.slice(key.indexOf('.') + 1)])
    .filter((key) => /[.:]/.test(key)),
);

/** A text with its blanks, as a pattern; one that is hardly more than blanks would fit anything. */
function toPattern(text: string): RegExp | undefined {
  const parts = text.replace(/<\/?\w+\s*\/?>/g, '').split(/\{\{.*?\}\}/);
  if (parts.join('').replace(/[^\p{L}]/gu, '').length < 4) return undefined;
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'su');
}

/** What must not be shown in a language: the texts of the other that read differently in it. */
const foreign: Record<Language, RegExp[]> = { ko: foreignTexts('en', 'ko'), en: foreignTexts('ko', 'en') };

function foreignTexts(other: Language, own: Language): RegExp[] {
  const own_ = new Set(texts[own].values());
  return [...texts[other].values()]
    .filter(
      (text) => !own_.has(text) && (other === 'ko' ? /[가-힣]{2}/ : /[a-z]{2,}\W+[a-z]{2,}/i).test(text),
    )
    .flatMap((text) => toPattern(text) ?? []);
}

const rawErrors =
  /\b(undefined|NaN|Invalid Date)\b|\[object \w+\]|^\s*at \S.*:\d+:\d+|\b(Type|Reference|Syntax|Range)Error\b|Cannot read propert/m;

/** A key nobody knows any more: `audit.turn.title`. Names of files and hosts look alike: those are data. */
const likeAKey = /^[a-z]\w+([.:][a-z]\w+)+$/;

/** Values of data that the client has words for, by the Korean they are stored in: those are no names, and are translated. */
const translatedValues = new Set(
  [...texts.ko.keys()]
    .map((key) => key.slice(key.lastIndexOf('.') + 1))
    .filter((value) => /[가-힣]/.test(value)),
);

/** Words in Hangul that stand together. */
const koreanWords = /[가-힣]+(?: [가-힣]+)*/g;

/** A language is named in itself. */
const namesOfLanguages = ['한국어', 'English'];

/** Four words or more in Latin letters one after the other: a name or two is none. */
const englishSentence = /[A-Za-z][a-z']+(?:,? [A-Za-z][a-z']+){3,}/;

/**
 * What is wrong with a text as it is shown in a language; `data` is what the server has said. Names of people, customers and products,
 * titles, questions and answers are Korean by nature: what the server has said word for word stays as it is in every language.
 */
export function faultsOfText(text: string, language: Language, data: string): string[] {
  if (namesOfLanguages.includes(text)) return [];
  const isData = data.includes(text);
  const faults: string[] = [];
  if (rawErrors.test(text) && !isData) faults.push('raw error');
  if (keys.has(text) || (likeAKey.test(text) && !isData)) faults.push('raw key');
  if (language === 'en' && translatedValues.has(text)) faults.push('untranslated value');
  else if (!isData && foreign[language].some((pattern) => pattern.test(text)))
    faults.push('text of the other language');
  else if (language === 'en' && (text.match(koreanWords) ?? []).some((words) => !data.includes(words))) {
    faults.push('untranslated');
  } else if (language === 'ko' && !isData && englishSentence.test(text) && !/[가-힣]/.test(text)) {
    faults.push('untranslated');
  }
  return faults.map((fault) => `${fault} (${language}): ${text.slice(0, 160)}`);
}
