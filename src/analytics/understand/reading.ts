/**
 * A question while it is read: what has been understood is taken out, so that the words of one thing are not read as
 * another, and what is left in the end is what nobody understood. Places stay the same: a space stands for each letter
 * that was taken.
 */
export interface Reading {
  /** What is left. */
  readonly text: string;
  /** Takes every match of a pattern out and returns them. */
  take(pattern: RegExp): RegExpExecArray[];
  /** Takes a stretch out. */
  blank(start: number, end: number): void;
}

/** @param question normalised, see `normalizeQuestion`. */
export function readingOf(question: string): Reading {
  let text = question;
  const blank = (start: number, end: number) => {
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  };
  return {
    get text() {
      return text;
    },
    blank,
    take(pattern) {
      // Most patterns are in no question, and `matchAll` makes each anew before it looks.
      if (text.search(pattern) < 0) return [];
      const matches = [...text.matchAll(pattern)].filter(([match]) => match !== '');
      for (const match of matches) blank(match.index, match.index + match[0].length);
      return matches;
    },
  };
}
