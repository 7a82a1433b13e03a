import { findAll, isAfter, isNear } from './finding';

const ofBank = /은행|뱅크|농협|수협|신협|새마을금고|우체국|계좌|입금|bank|account/i;
/** Numbers that stand beside a bank and are no account's: what is paid, and who is registered. */
const isAmount = /^\s?(?:원|만|억|천|건|개|정|병|박스|주|KRW|won|%)/i;
const ofCompany = /사업자|법인|등록번호|business reg/i;

/** Account numbers (10 to 14 digits): any number might be one, so a word of banks must stand near. */
export const findAccountNumbers = findAll(
  'account',
  /(?<![\d.,])(?<![A-Za-z0-9]-)(?:\d{2,6}-\d{2,6}-\d{2,8}(?:-\d{1,6})?|\d{10,14})(?!,?\d)(?!-\d)/g,
  (match, text) => {
    const { length } = match[0].replace(/\D/g, '');
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    return (
      length >= 10 &&
      length <= 14 &&
      isNear(ofBank, text, match) &&
      !isAmount.test(behind) &&
      !isAfter(ofCompany, text, match)
    );
  },
);
