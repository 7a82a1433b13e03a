/** Says that something is not, may not be or must not be done; 제안하다 is to propose, 피하주사 goes under the skin. */
const cues =
  /않|(?<!제)안\s?[되돼하된됨됐될]|못\s?[하받쓰한할]|없|지\s?말|지\s?마[시세]|금지|제외|불가(?![피리사])|불허|아닌|(?<!뿐만?\s)아니|말아|중단|중지|멈추|끊(?!임)|피하(?!\s?(?:주사|투여|지방|조직|출혈))|삼가|반려|거절|무효|\bnot\b|\bnever\b|\bwithout\b|\bexcept\b|\bno\b|n't\b/iu;

/** Prefixes that negate, before words they are used with: 비급여, 미투여, 불허가. */
const prefixes =
  /(?<![가-힣])[비미불무](?=급여|투여|승인|제출|허가|준수|달성|사용|해당|포함|적응|등재|이수|정산|필요|공개|개봉)/u;

/** Whether a question or sentence is about what is not. */
export function isNegated(text: string): boolean {
  return cues.test(text) || prefixes.test(text);
}
