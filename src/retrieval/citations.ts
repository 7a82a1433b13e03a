import type { Citation } from '../shared/chat';
import { splitSentences } from '../text/splitSentences';
import type { ReadablePassage } from './readAround';

/** A passage with the number an answer cites it by, from 1 within the turn. */
export interface NumberedPassage extends ReadablePassage {
  number: number;
}

/** `[3]`, also `[1, 2]`. */
const marker = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g;

/** Below this share of common bigrams a passage does not carry the statement that cites it. */
const leastSupport = 0.3;

/**
 * The citations of an answer: for each marker, the piece of the passage that carries the statement before it. The quote
 * is cut from the passage, so it stands there verbatim; a marker whose passage does not carry its statement, or that
 * names no passage, gives no citation.
 */
export function citeAnswer(answer: string, passages: NumberedPassage[]): Citation[] {
  const byNumber = new Map(passages.map((passage) => [passage.number, passage]));
  const citations = new Map<number, Citation>();
  let statementStart = 0;
  for (const match of answer.matchAll(marker)) {
    const statement = answer.slice(statementStart, match.index);
    for (const number of match[1]!.split(',').map(Number)) {
      const passage = byNumber.get(number);
      if (!passage || citations.has(number)) continue;
      const quote = supportingQuote(lastStatement(statement), passage.around.text);
      if (quote) citations.set(number, toCitation(passage, quote));
    }
    if (!answer.startsWith('[', match.index + match[0].length))
      statementStart = match.index + match[0].length;
  }
  return [...citations.values()].sort((left, right) => left.number - right.number);
}

/** The sentence a marker stands behind: what comes after the last line break, or all of it. */
function lastStatement(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines[lines.length - 1] ?? '';
}

interface Quote {
  text: string;
  start: number;
}

/**
 * The sentence of the passage that shares most with the statement, of several that stand in it whole the one that is said
 * first; null when none shares enough.
 */
function supportingQuote(statement: string, passage: string): Quote | null {
  const wanted = bigrams(statement);
  if (wanted.size === 0) return null;
  let best: { quote: Quote; support: number; place: number } | null = null;
  for (const quote of sentences(passage)) {
    const have = bigrams(quote.text);
    if (have.size === 0) continue;
    const common = [...have].filter((pair) => wanted.has(pair)).length;
    const support = common / Math.min(have.size, wanted.size);
    const place = placeIn(statement, quote.text);
    const better =
      !best ||
      support > best.support ||
      (support === best.support &&
        (place < best.place || (place === best.place && quote.text.length > best.quote.text.length)));
    if (better) best = { quote, support, place };
  }
  return best && best.support >= leastSupport ? best.quote : null;
}

/** Where a statement says a sentence word for word; behind all that it says where it does not. */
function placeIn(statement: string, sentence: string): number {
  const place = statement.indexOf(sentence);
  return place < 0 ? statement.length : place;
}

function sentences(passage: string): Quote[] {
  return splitSentences(passage).map(({ start, end }) => ({ text: passage.slice(start, end), start }));
}

function bigrams(text: string): Set<string> {
  const letters = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

/** The quote's place in the document, with the chunk and page it begins in. */
function toCitation(
  { number, documentId, title, around, ...passage }: NumberedPassage,
  quote: Quote,
): Citation {
  const charStart = around.charStart + quote.start;
  const part = around.parts.findLast((candidate) => candidate.charStart <= charStart);
  return {
    number,
    documentId,
    chunkId: part?.id ?? passage.chunkId,
    title,
    page: part ? part.page : passage.page,
    quote: quote.text,
    charStart,
    charEnd: charStart + quote.text.length,
  };
}
