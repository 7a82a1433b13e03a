/** How the lines of one text go together: with a space where a word ended, without where it was broken. */
export type JoinLines = (lines: string[]) => string;

/** Particles and endings that no Korean word begins with: what starts with one goes on with the word before. */
const neverFirst =
  /^(?:다(?=[.,])|을|를|은|는|에|에서|에게|에는|에도|으로|으로써|으로서|로서|로써|까지|부터|이며|이고|이다|입니다|습니다|니다)(?:[\s.,)]|$)/;

const particles =
  /^(?:다(?=[.,])|을|를|은|는|이|가|의|에|에서|에게|에는|으로|로|와|과|도|만|까지|부터|이며|이고|이다|하고|하며|한|할|하여|된|되어)?[.,)]*$/;

/**
 * PDFs do not say whether a line ends behind a word or, as is usual in Korean typesetting, within one. This looks the
 * parts up among the words that stand whole elsewhere in the same document; where nothing tells, a word ended.
 */
export function joinLinesKnowing(lines: string[]): JoinLines {
  const words = new Set(lines.flatMap((line) => line.split(/\s+/).slice(1, -1)));
  const prefixes = new Set(
    [...words].flatMap((word) => Array.from(word, (_, index) => word.slice(0, index + 1))),
  );
  const isKnown = (first: string, second: string): boolean => {
    const whole = first + second;
    if (prefixes.has(whole.replace(/[.,)]+$/, ''))) return true;
    return Array.from(second, (_, index) => index).some(
      (index) =>
        index > 0 && prefixes.has(first + second.slice(0, index)) && particles.test(second.slice(index)),
    );
  };
  return (parts) => parts.reduce((text, part) => (text === '' ? part : glue(text, part, isKnown)), '');
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
