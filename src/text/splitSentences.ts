import { joinsNext } from './sentenceJoining';

/** A sentence as its character range in the text, end exclusive, without the white space around it. */
export interface SentenceRange {
  start: number;
  end: number;
}

/**
 * Beyond this many characters nothing more is joined to a sentence: no sentence people write is longer, and the
 * rules look back over the sentence so far, which must stay short for the work to stay linear.
 */
const maximumJoinedLength = 1000;

/** What the rules see of the text behind a candidate: enough for the closing bracket of a usual aside. */
const lookAhead = 200;

/**
 * Characters given to the segmenter at once: its time grows with the square of the length (measured on Node 20:
 * 30,000 sentences in one string 23 s, in windows of this size 0.2 s).
 */
const windowLength = 4000;

const segmenter = new Intl.Segmenter('ko', { granularity: 'sentence' });
/** The lengths are bounded so that a long run of letters is not read again from each of them. */
const webOrMailAddress =
  /(?:https?:\/\/|www\.)[^\s<>"'()가-힣]*[^\s<>"'()가-힣.,:;?!]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
/** `한다. 5mg 정은` and `한다. pH는`: Unicode's rules (UAX 29, SB8) see no end before a lower-case letter. */
const endAfterHangul = /\p{Script=Hangul}[.?!]+["'”’」』)\]]*[^\S\n]+/gu;

/**
 * Splits Korean or English text into sentences: Unicode's sentence boundaries (`Intl.Segmenter`) and those it misses
 * after Hangul, less those where a full stop, a quotation or a bracket only looks like an end. Everything but white
 * space is in exactly one range; a line break always ends a sentence.
 */
export function splitSentences(text: string): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let start = 0;
  for (const end of candidateEnds(text)) {
    if (end < text.length && !isRealEnd(text, start, end)) continue;
    const sentence = trimmed(text, start, end);
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

function candidateEnds(text: string): number[] {
  const withoutStopsInAddresses = text.replace(webOrMailAddress, (address) => 'a'.repeat(address.length));
  const ends = new Set<number>(unicodeEnds(withoutStopsInAddresses));
  for (const match of text.matchAll(endAfterHangul)) ends.add(match.index + match[0].length);
  return [...ends].sort((a, b) => a - b);
}

function unicodeEnds(text: string): number[] {
  const ends: number[] = [];
  let from = 0;
  while (from < text.length) {
    const segments = [...segmenter.segment(text.slice(from, from + windowLength))];
    const last = segments.pop()!.segment;
    for (const { segment } of segments) ends.push((from += segment.length));
    // The window's end is no sentence's end: what it cut off is read again, whole, by the next window.
    if (segments.length === 0 || from + last.length === text.length) from += last.length;
  }
  return [...ends, text.length];
}

function isRealEnd(text: string, start: number, end: number): boolean {
  if (end - start > maximumJoinedLength || text[end - 1] === '\n') return true;
  const [rest = ''] = text.slice(end, end + lookAhead).split('\n', 1);
  return !joinsNext(text.slice(start, end), rest);
}

function trimmed(text: string, start: number, end: number): SentenceRange {
  const sentence = text.slice(start, end);
  return {
    start: start + (sentence.length - sentence.trimStart().length),
    end: end - (sentence.length - sentence.trimEnd().length),
  };
}
