/** A heading recognised by how it is written, and what follows it on the same line (`제1조(목적) 이 규정은 ...`). */
export interface RecognisedHeading {
  level: number;
  heading: string;
  rest: string;
}

/** A heading is a label: a longer line (characters) is text. */
const longestHeading = 60;

const sentenceEnd = /[.?!。:;,]["'”’)]?$|(?:니다|한다|된다|이다|있다|없다)$/;

/** Levels of Korean regulations, notices and reports; a lower one stands above. */
const forms: [level: number, form: RegExp][] = [
  [1, /^(?<heading>제\s?\d+\s?[편부장](?:의\s?\d+)?(?:[\s.:].*)?)$/],
  [2, /^(?<heading>제\s?\d+\s?[절관](?:의\s?\d+)?(?:[\s.:].*)?)$/],
  [3, /^(?<heading>제\s?\d+\s?조(?:의\s?\d+)?\s?(?:[([【][^)\]】]{1,50}[)\]】])?)(?:\s+(?<rest>\S.*))?$/],
  [1, /^(?<heading>(?:[Ⅰ-Ⅻ]\.?|(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\.)\s+\S.*)$/],
  [2, /^[■□▣◆◇▶★☆◎]\s*(?<heading>\S.*)$/],
  [2, /^[【[<〈《「](?<heading>[^】\]>〉》」]+)[】\]>〉》」]$/],
];

/**
 * Recognises the headings that Korean documents write without a style: "제1장 총칙", "제1조(목적)", "Ⅰ. 개요", "■ 용법",
 * "【주의사항】". Null for everything else; plain numbers ("1. 개요") depend on their surroundings and are not told here.
 */
export function recogniseHeading(line: string): RecognisedHeading | null {
  for (const [level, form] of forms) {
    const { heading, rest = '' } = form.exec(line)?.groups ?? {};
    if (heading === undefined) continue;
    if (isArticle(heading) && rest !== '' && !/[)\]】]$/.test(heading)) return null;
    return isHeadingLike(heading) ? { level, heading, rest } : null;
  }
  return null;
}

/** Whether a line has words, is short and does not end like a sentence. */
export function isHeadingLike(line: string): boolean {
  return /\p{L}/u.test(line) && line.length <= longestHeading && !sentenceEnd.test(line);
}

/** "제3조 및 제4조에 따라" names articles; only a title in brackets makes it the article itself. */
function isArticle(heading: string): boolean {
  return /^제\s?\d+\s?조/.test(heading);
}
