import type { LinkedNames } from '../linkNames/linkedNames';
import { asksWhy } from './lexicon';
import type { Clues } from './readClues';

/** Characters a search takes. */
const maximumQueryLength = 1000;

/**
 * What to search documents for: the question; where it asks for figures too, only the names and what figures did not
 * explain, since a passage about dosage does not say "지난달 매출".
 */
export function searchQueryOf(
  question: string,
  clues: Clues,
  names: LinkedNames,
  hasFigures: boolean,
): string {
  const topic = clues.topic.replace(/\s+/gu, ' ').trim();
  const things = [...names.products, ...names.ingredients, ...names.therapeuticClasses].map(
    ({ matched }) => matched,
  );
  const isNarrower = hasFigures && topic !== '' && !asksWhy.test(question);
  const text = isNarrower ? [...new Set(things), topic].join(' ') : question.trim();
  return text.slice(0, maximumQueryLength);
}
