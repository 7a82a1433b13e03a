/** How the lines of one text go together: with a space where a word ended, without where it was broken. */
export type JoinLines = (lines: string[]) => string;

/** Particles and endings that no Korean word begins with: what starts with one goes on with the word before. */
const neverFirst =
  /^(?:다(?=[.,])|을|를|은|는|에|에서|에게|에는|에도|으로|으로써|으로서|로서|로써|까지|부터|이며|이고|이다|입니다|습니다|니다)(?:[\s.,)]|$)/;

const particles =
  /^(?:다(?=[.,])|을|를|은|는|이|가|의|에|에서|에게|에는|으로|로|와|과|도|만|까지|부터|이며|이고|이다|하고|하며|한|할|하여|된|되어)?[.,)]*$/;

/** Words that may be kept for comparison: those of some thousand pages, in some tens of megabytes. */
const mostKnownWords = 100_000;

/**
 * PDFs do not say whether a line ends behind a word or, as is usual in Korean typesetting, within one. This looks the
 * parts up among the words that stand whole elsewhere in the same document; where nothing tells, a word ended.
 */
export class WordJoiner {
  private readonly words = new Set<string>();
  private readonly beginnings = new Set<string>();

  /** Takes in the words of some lines, but those at the ends, which may be parts. */
  learn(lines: string[]): void {
    for (const word of lines.flatMap((line) => line.split(/\s+/).slice(1, -1))) {
      // Figures are never looked up: each is of its own, and there are many.
      if (this.words.has(word) || this.words.size >= mostKnownWords || !/\p{L}/u.test(word)) continue;
      this.words.add(word);
      for (let end = 1; end <= word.length; end += 1) this.beginnings.add(word.slice(0, end));
    }
  }

  readonly join: JoinLines = (parts) =>
    parts.reduce((text, part) => (text === '' ? part : glue(text, part, this.isKnown)), '');

  private readonly isKnown = (first: string, second: string): boolean => {
    const whole = first + second;
    if (this.beginnings.has(whole.replace(/[.,)]+$/, ''))) return true;
    return Array.from(second, (_, index) => index).some(
      (index) =>
        index > 0 &&
        this.beginnings.has(first + second.slice(0, index)) &&
        particles.test(second.slice(index)),
    );
  };
}

function glue(text: string, next: string, isKnown: (first: string, second: string) => boolean): string {
  const first = /\S+$/.exec(text)?.[0] ?? '';
  const second = /^\S+/.exec(next)?.[0] ?? '';
  if (/[\p{L}\d]-$/u.test(first)) {
    // "hyper-" / "tension" was divided; "long-" / "term", known from elsewhere, and "NARU-" / "302" have their hyphen.
    const isDivided = /\p{Script=Latin}-$/u.test(first) && /^\p{Ll}/u.test(second) && !isKnown(first, second);
    return (isDivided ? text.slice(0, -1) : text) + next;
  }
  const isBroken =
    /[\p{Script=Hangul}\d]$/u.test(first) &&
    /^\p{Script=Hangul}/u.test(second) &&
    (neverFirst.test(next) || areLoneSyllables(first, second) || isKnown(first, second));
  return isBroken ? text + next : `${text} ${next}`;
}

/** "기" above "저" in a narrow column: words of one syllable do not follow each other. */
function areLoneSyllables(first: string, second: string): boolean {
  return /^\p{Script=Hangul}$/u.test(first) && /^\p{Script=Hangul}$/u.test(second);
}
