import { contentWords } from '../storage/searchIndex/questionWords';
import { normalizeForSearch, runsOf, type Run } from '../storage/searchIndex/tokens';

/** More marks than this no longer guide the eye. */
const maximumHighlights = 10;

/**
 * The pieces of a text, verbatim, whose words begin as a content word of the question does; neighbouring words are one
 * piece.
 */
export function highlights(text: string, question: string): string[] {
  const wanted = contentWords(question);
  const pieces: { start: number; end: number }[] = [];
  let piece: { start: number; end: number } | undefined;
  for (const word of text.matchAll(/\S+/gu)) {
    const end = word.index + word[0].length;
    if (!matchesAny(word[0], wanted)) piece = undefined;
    else if (piece) piece.end = end;
    else pieces.push((piece = { start: word.index, end }));
  }
  return [...new Set(pieces.map(({ start, end }) => text.slice(start, end)))].slice(0, maximumHighlights);
}

/** Most words of a text hold no content word, and seeing that costs a tenth of cutting them into runs. */
function matchesAny(word: string, wanted: string[]): boolean {
  const compared = normalizeForSearch(word).replaceAll(',', '');
  if (!wanted.some((content) => compared.includes(content))) return false;
  return runsOf(word).some((run) => wanted.some((content) => matches(run, content)));
}

/** A Korean word goes on in particles; one of a single syllable (안, 약) begins too many others to be marked in them. */
function matches({ text, isSyllables }: Run, content: string): boolean {
  return text === content || (isSyllables && content.length > 1 && text.startsWith(content));
}
