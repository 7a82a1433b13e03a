import { contentWords } from '../storage/searchIndex/questionWords';
import { runsOf } from '../storage/searchIndex/tokens';
import { synonyms } from './glossary';
import type { NameDirectory } from './nameDirectory';

/** More words than this water a question down. */
const maximumExpansions = 24;

/** A content word of a question, and other words by which a text may say the same. */
export interface QuestionWord {
  asked: string;
  others: string[];
}

/** What a question is searched by. */
export interface ExpandedQuestion {
  words: QuestionWord[];
  /** Words added to the question: other names of what it names, other words of the trade. None that stands in it. */
  expansions: string[];
}

/** Reads the words of a question and finds others for them: aliases, ingredients, 초성, spellings by sound, synonyms. */
export function expandQuestion(question: string, names: NameDirectory): ExpandedQuestion {
  const text = spaced(question);
  const words = contentWords(question).map((asked) => ({
    asked,
    others: [...names.otherNames(asked), ...otherWords(asked, text)].filter((other) => other !== asked),
  }));
  // A name of several words is found in the whole question only.
  const all = [...names.otherNames(question), ...words.flatMap(({ others }) => others)];
  const asked = words.map((word) => word.asked);
  const added = [...new Set(all)].filter(
    (word) => !asked.includes(word) && !text.includes(` ${word.toLowerCase()} `),
  );
  return { words, expansions: added.slice(0, maximumExpansions) };
}

function otherWords(asked: string, question: string): string[] {
  return synonyms.filter((group) => group.some((word) => isAsked(word, asked, question))).flat();
}

/**
 * A Korean word is asked where a content word begins with it (one of a single syllable: where it is it); a foreign one, maybe
 * of several words, where it stands in the question.
 */
function isAsked(word: string, asked: string, question: string): boolean {
  if (/^[가-힣]/u.test(word)) return word.length === 1 ? asked === word : asked.startsWith(word);
  if (!word.startsWith(asked)) return false;
  return question.includes(` ${word} `) || question.includes(` ${word}s `);
}

/** The runs of a text with a space before, between and behind, so that whole words can be looked for. */
function spaced(text: string): string {
  return ` ${runsOf(text)
    .map((run) => run.text)
    .join(' ')} `;
}
