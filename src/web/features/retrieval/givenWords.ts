import { searchWordPattern } from '../../../shared/searchIndex';

/** The words in what somebody typed or pasted, each once: those the search can take, and the others. */
export function givenWords(text: string): { words: string[]; refused: string[] } {
  const all = [...new Set(text.normalize('NFC').split(/[\s,;]+/))].filter(Boolean);
  return {
    words: all.filter((word) => searchWordPattern.test(word)),
    refused: all.filter((word) => !searchWordPattern.test(word)),
  };
}
