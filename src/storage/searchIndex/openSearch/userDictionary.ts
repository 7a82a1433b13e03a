import { searchWordPattern } from '../../../shared/searchIndex';
import type { IndexWord } from '../indexRecipe';
import { koreanWords } from './koreanWords';

/** nori's rules for the index: a word, with its parts behind it where it has some. */
export function indexRules(words: IndexWord[]): string[] {
  return rules(words, ({ word, parts }) => [word, ...parts].join(' '));
}

/**
 * nori's rules for a question: every word stays whole, so that who asks for 나루암로정 does not find every 정; the parts are
 * found by whoever asks for one.
 */
export function searchRules(words: IndexWord[]): string[] {
  return rules(words, ({ word }) => word);
}

/**
 * One rule a word. A rule nori cannot read would refuse the whole index: what is no word, or whose parts do not join to it,
 * is left out, or stands without its parts.
 */
function rules(words: IndexWord[], toRule: (word: IndexWord) => string): string[] {
  const byWord = new Map(koreanWords.map((word) => [word, word]));
  for (const { word, parts } of words) {
    if (!searchWordPattern.test(word) || byWord.has(word)) continue;
    byWord.set(word, toRule({ word, parts: parts.join('') === word ? parts : [] }));
  }
  return [...byWord.values()];
}
