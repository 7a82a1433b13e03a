import type { Passage } from '../../shared/search';
import { splitSentences } from '../../text/splitSentences';

/** Longer pieces are paragraphs without an end, and hide the answer. */
const longestSentence = 400;
/** Below this many letters and without a number, a line is a heading. */
const shortestStatement = 10;

/** A sentence of a passage, verbatim and on one line. */
export interface QuotableSentence {
  text: string;
  /** Its place in the passage. */
  place: number;
  /** The question it answers, where it follows one. */
  question: string;
}

/** A line of questions and answers begins so; what follows up to the end of the sentence is the question. */
const questionMark = /^(?:Q|문|질문)\s?\d*\s?[.:)]\s*/u;

/** The statements of a passage: no headings, no questions; the answer to a question stands for it. */
export function quotableSentences({ text, title, heading }: Passage): QuotableSentence[] {
  const above = new Set([title, ...heading.split(' > ')].map(lettersOf));
  let question = '';
  let place = 0;
  const found: QuotableSentence[] = [];
  for (const line of text.split('\n')) {
    const isAsking = questionMark.test(line);
    for (const [at, sentence] of sentencesOf(line.replace(questionMark, '')).entries()) {
      place += 1;
      if (isQuestion(sentence) || (isAsking && at === 0)) question = sentence;
      else if (isStatement(sentence) && !above.has(lettersOf(sentence)))
        found.push({ text: sentence, place, question });
    }
  }
  return found;
}

function sentencesOf(line: string): string[] {
  return splitSentences(line).map(({ start, end }) => line.slice(start, end));
}

function isQuestion(sentence: string): boolean {
  return /\?["'”’)*]*$/u.test(sentence);
}

function isStatement(sentence: string): boolean {
  const letters = lettersOf(sentence);
  const isLongEnough = letters.length >= shortestStatement || (/\d/u.test(letters) && letters.length > 3);
  return isLongEnough && sentence.length <= longestSentence;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
