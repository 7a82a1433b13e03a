import type { Language } from '../../shared/problem';
import { normalizeQuestion } from '../normalizeQuestion';

/** Latin letters that Korean sentences are full of. */
const units = /^(?:mg|mcg|ml|kg|g|mr|cp|top|q[1-4]|[1-4]q|yoy|mom|qoq|ytd|vs|ok|hi|etc|otc)$/;

/** The language a question is asked in: English where English words outnumber those with Hangul. */
export function questionLanguage(question: string): Language {
  const words = normalizeQuestion(question).match(/[\p{L}\p{N}]+/gu) ?? [];
  const korean = words.filter((word) => /[가-힣ㄱ-ㅎ]/u.test(word)).length;
  const english = words.filter((word) => /^[a-z]{2,}$/u.test(word) && !units.test(word)).length;
  return english > korean || (korean === 0 && words.some((word) => /[a-z]/u.test(word))) ? 'en' : 'ko';
}
