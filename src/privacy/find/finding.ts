import type { PersonalDataKind } from '../../shared/personalData';

/** A piece of personal data in a text: from `start` up to, not including, `end` (UTF-16 units). */
export interface Finding {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** Finds data of one kind in a folded text (`foldText.ts`). */
export type Finder = (text: string) => Finding[];

/** All matches of `pattern` (global) that `fits`, as findings. The pattern may not repeat without a bound. */
export function findAll(
  kind: PersonalDataKind,
  pattern: RegExp,
  fits: (match: RegExpMatchArray & { index: number }, text: string) => boolean,
): Finder {
  return (text) =>
    Array.from(text.matchAll(pattern))
      .filter((match) => fits(match, text))
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

/** How far around a number words tell what it is, in characters. */
const reach = { before: 24, after: 14 };

/** Whether `words` stand shortly before the match. */
export function isAfter(words: RegExp, text: string, { index }: { index: number }): boolean {
  return words.test(text.slice(Math.max(0, index - reach.before), index));
}

/** Whether `words` stand shortly before or behind the match. */
export function isNear(words: RegExp, text: string, match: RegExpMatchArray & { index: number }): boolean {
  const end = match.index + match[0].length;
  return isAfter(words, text, match) || words.test(text.slice(end, end + reach.after));
}

/** Words before a number that is a company's own: of a paper, an order, a product. */
export const numberOfThing =
  /(?:(?:문서|접수|주문|거래|관리|승인|품목|제품|로트|제조|배치|전표|송장|운송장|계약|사업자|사업자등록|법인|법인등록|허가|신고|고시|보험|청구|영수증|요양기관|처방전|일련)\s?(?:번호|코드|기호)|문서|바코드|표준코드|GTIN|EAN|lot|batch|order|invoice|document|doc|ref(?:erence)?|barcode|tracking|serial|code|SKU)(?:\s?(?:no|number|번호))?\.?\s?(?:는|은|이|가|is)?\s?[:#(]?\s?[A-Z]{0,5}-?$/i;
