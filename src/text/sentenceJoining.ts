import { abbreviations, abbreviationsBeforeNumbers } from './sentenceAbbreviations';

/**
 * Whether a sentence so far goes on behind a candidate end. `sentence` runs from its start up to the candidate, with
 * the white space behind the stop; `rest` is what follows.
 */
export function joinsNext(sentence: string, rest: string): boolean {
  const said = sentence.trim();
  const spaced = /\s$/.test(sentence);
  return rules.some((rule) => rule(said, rest, spaced));
}

type JoiningRule = (said: string, rest: string, spaced: boolean) => boolean;

const enumerator =
  /^[([]?(?:\d{1,3}(?:\.\d{1,3})*|[가나다라마바사아자차카타파하]|[A-Za-z]|[ivxIVXⅰ-ⅻⅠ-Ⅻ]{1,5})\.$/;
const inlineEnumerator = /[\s(](?:\d{1,2}|[가나다라마바사아자차카타파하])\.$/;
const numberedThing =
  /(?:^|[\s([<【])(?:표|그림|도표|별표|별지|부록|식|제|table|figure|fig\.?|no\.?)\s?\d+(?:[.-]\d+)*\.$/i;
const dottedDate = /(?:^|[^\d.])(?:\d{4}|'?\d{2})\.\s?\d{1,2}\.(?:\s?\d{1,2}\.)?$/;
const yearOfDottedDate = /(?:^|\D)\d{4}\.$/;
const dottedAbbreviation = /(?:^|[\s("'“‘])(?:[A-Za-z]\.){2,}$/;
const companyForm = /\s(?:Inc|Co|Corp|Ltd)\.$/i;
const lastWord = /(?:^|[\s("'“‘[])([A-Za-z]+)\.$/;
const nameInitial = /(?:^|[\s(.])[A-Z]\.$/;
const quotedEnd = /[.?!…]["'”’」』)\]]+$/;
const quotingParticle = /^(?:이?라고|이?라는|이?라며|이?라면서|이?란|하고|하며|고)\s/;
const ellipsis = /(?<!\p{Script=Hangul}[다요까죠음함됨임오라자네])(?<![.…])(?:\.{2,}|…+)$/u;

const rules: JoiningRule[] = [
  // "※ ", "(1) ": nothing said yet.
  (said) => !/[\p{L}\p{N}]/u.test(said),
  // "1. 두통", "가. 목적", "Q. 보관 방법은?"
  (said) => enumerator.test(said),
  // "1. 두통 2. 오심"; before Latin letters a number ends a sentence more often than it counts.
  (said, rest) => inlineEnumerator.test(said) && /^[\p{Script=Hangul}\d]/u.test(rest),
  // "표 1. 환자 특성", "Fig. 2. Survival"
  (said) => numberedThing.test(said),
  // "2024. 3. 15. 시행"
  (said, rest) => dottedDate.test(said) || (yearOfDottedDate.test(said) && /^\d{1,2}\./.test(rest)),
  // "Kim et al. 2021", "Dr. Lee", "No. 3"
  (said) => abbreviations.has(lastWordOf(said)),
  (said, rest) => abbreviationsBeforeNumbers.has(lastWordOf(said)) && /^\d/.test(rest),
  // "한빛 Co. Ltd.", "Hanbit Inc. 제품"
  (said, rest) => companyForm.test(said) && /^(?:Ltd|\p{Script=Hangul})/u.test(rest),
  // "e.g. 두통", "1일 2회 b.i.d. 투여", "U.S. FDA"
  (said) => dottedAbbreviation.test(said),
  // "J. Kim"
  (said, rest) => nameInitial.test(said) && /^[A-Z]/.test(rest),
  // `"효과가 있다."라고`: written without a space, whatever follows belongs to the quotation's sentence.
  (said, rest, spaced) => quotedEnd.test(said) && !spaced && /^\p{Script=Hangul}/u.test(rest),
  // `"효과가 있다." 라고`
  (said, rest, spaced) => quotedEnd.test(said) && spaced && quotingParticle.test(rest),
  // "음... 그것은": an ellipsis behind anything but a verb's ending is a pause.
  (said, rest) => ellipsis.test(said) && /^[\p{L}\p{N}]/u.test(rest),
  // ", 그러나": punctuation that cannot begin a sentence.
  (said, rest) => /^[,;:)\]}”’」』》〉]/.test(rest),
  // "(1일 2회. 식후 복용)": the aside is closed further on.
  (said, rest) => brackets.some(([open, close]) => rest.includes(close) && isOpen(said, open, close)),
];

const brackets: [open: string, close: string][] = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
];

function lastWordOf(said: string): string {
  return (lastWord.exec(said)?.[1] ?? '').toLowerCase();
}

function isOpen(said: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of said) {
    if (character === close && (open !== close || depth > 0)) depth = Math.max(0, depth - 1);
    else if (character === open) depth += 1;
  }
  return depth > 0;
}
