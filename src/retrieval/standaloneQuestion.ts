import { contentWords } from '../storage/searchIndex/questionWords';
import type { NameDirectory } from './nameDirectory';

/** Begins a question that goes on from the last one. */
const goesOn =
  /^\s*(?:그럼|그러면|그렇다면|그리고|그런데|근데|그건|그거|그게|그\s|이\s|저\s|해당|거기|what about|how about|and\b|then\b)/iu;

/** Stands for something that was named before; 위약 is a placebo, and 이행사항 what is to be done. */
const pointsBack =
  /(?:^|\s)(?:(?:그|이|저|해당|같은)\s?|위\s)(?:약|제품|거|것|규정|문서|자료|환자|경우|기준|행사(?!항)|사람|회의)|(?:^|\s)(?:그거|그것|그건|그게|이거|이것|이건|거기)|\b(?:it|its|that|those|this|they|them)\b/iu;

/** Words up to which a question without a name of its own may be the rest of the one before. */
const fewWords = 3;

/** Characters a search takes. */
const maximumLength = 1000;

/** How many questions back are looked at: what was named before that is no longer meant. */
const lookedBack = 3;

/**
 * A question as it would be asked with nothing said before: where it goes on from an earlier one (`그럼 노인은?`,
 * `그 약 금기는?`), it gets the names that one was about, or else its words. Rules only: a large model writes its own.
 * @param earlier the questions before, oldest first.
 */
export function standaloneQuestion(
  question: string,
  earlier: string[],
  names: Pick<NameDirectory, 'namesIn'>,
): string {
  if (!isFollowUp(question, names)) return question;
  const before = earlier.slice(-lookedBack).reverse();
  for (const asked of before) {
    const named = names.namesIn(asked);
    if (named.length > 0) return `${named.join(' ')} ${question}`.slice(0, maximumLength);
  }
  const [last] = before;
  return last === undefined
    ? question
    : `${contentWords(last).join(' ')} ${question}`.slice(0, maximumLength);
}

function isFollowUp(question: string, names: Pick<NameDirectory, 'namesIn'>): boolean {
  if (names.namesIn(question).length > 0) return false;
  return (goesOn.test(question) && contentWords(question).length <= fewWords) || pointsBack.test(question);
}
