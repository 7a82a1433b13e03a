import { foldText } from './find/foldText';
import { nameAtStart } from './find/koreanNames';

/** How far behind something the words may stand that make it personal data, in characters. */
const reach = { number: 18, koreanName: 30, englishName: 64 };

const digits = /[+(]?(?:[A-Za-z](?=\d))?\d(?:[^\d\n]{0,3}[\d*●•○xX])*[-. ()]{0,3}/g;
/** Fewer digits, with an end, are no number of a person. */
const fewDigits = 7;
/** A word of an address that has no end yet. */
const openWord = /[A-Za-z0-9._%+-]+(?:@[A-Za-z0-9.-]*)?$/;
const koreanWord = /(?<![가-힣])[가-힣][가-힣○〇◯OoXx*×●ㅇ]+|(?<![가-힣])[가-힣]$/gu;
const maskedName = /^[가-힣][○〇◯OoXx*×●ㅇ모]/u;
const englishName = /\b(?:Mr|Mrs|Ms|Miss)\b|\b[A-Z][A-Za-z.'’-]*(?: [A-Z]|,| ?\(|,? (?:is|was)\b| ?$)/g;
const ofPatient = /환자|patient/gi;

/**
 * Where the end of a text begins that may yet become personal data: the text before it is settled, whatever comes. Nothing
 * before `from` counts. A text without an end: its length.
 */
export function openAt(original: string, from: number): number {
  const { text, placeOf } = foldText(original.slice(from));
  const starts = [
    openWord.exec(text)?.index,
    openNumber(text),
    lastWords(text, ofPatient, reach.englishName, () => true),
    lastWords(text, koreanWord, reach.koreanName, mayBeName),
    lastWords(text, englishName, reach.englishName, () => true),
  ].filter((start) => start !== undefined);
  return from + placeOf(Math.min(text.length, ...starts));
}

/** The first number that goes on to the end, or has the words yet to come that say what it is. */
function openNumber(text: string): number | undefined {
  for (const { index, 0: number } of text.matchAll(digits)) {
    const behind = text.length - index - number.length;
    const count = number.replace(/\D/g, '').length;
    if (behind === 0 || (count >= fewDigits && behind < reach.number)) return index;
  }
  return /[+(]$/.exec(text)?.index;
}

function lastWords(
  text: string,
  words: RegExp,
  reachBehind: number,
  counts: (word: string, rest: string) => boolean,
): number | undefined {
  for (const { index, 0: word } of text.matchAll(words)) {
    const isNear = text.length - index - word.length < reachBehind;
    if (isNear && counts(word, text.slice(index))) return index;
  }
  return undefined;
}

function mayBeName(word: string, rest: string): boolean {
  return rest.length <= 4 || maskedName.test(word) || nameAtStart(word.slice(0, 4), true) > 0;
}
