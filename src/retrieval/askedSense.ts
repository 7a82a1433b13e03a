import { isNegated } from './negation';

/** What a question asks for, or a text says: what is, may be or is done, or what is not. */
export type Sense = 'is' | 'not';

const questionWords = /무엇|무슨|뭐|뭔|어떤|어느|누구|누가|어디|\bwhat\b|\bwhich\b|\bwho\b|\bwhere\b/iu;

/** An amount or a time is told either way: up to 25 mg is not more than 25 mg. */
const amounts = /얼마|몇|며칠|언제|까지|\bhow\b|\bwhen\b/iu;

/** Whether something is so: the answer may be yes or no. */
const askingEndings = /(?:요|까|니|냐|나|[는은한된인]가|지|죠)\s*[?？.]?\s*$/u;

/** Says of things that they may be, are done or are counted, in a way that its opposite would be said of others. */
const affirmations =
  /가능|허용|허가|승인|인정|포함|해당|권장|필요|제공|지급|보상|되는|된\s|[할을일]\s?수\s?있|도\s?되|도\s?된|받는|받은|주는|대상|\ballowed\b|\bmay\b|\bcan\b/iu;

/**
 * The sense of the things a question asks for (what may be returned, what may not), or null where an answer in either sense
 * would do: "may it be returned?" is answered by yes and by no.
 */
export function askedSense(question: string): Sense | null {
  const isChoice = questionWords.test(question) || !askingEndings.test(question);
  if (!isChoice || amounts.test(question)) return null;
  if (isNegated(question)) return 'not';
  return affirmations.test(question) ? 'is' : null;
}
