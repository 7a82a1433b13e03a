import { findAll, isAfter, numberOfThing, type Finder } from './finding';

/** Numbers that issuers give out: Visa, Mastercard, Amex, Diners, Discover, UnionPay, JCB and the Korean domestic ones (9). */
const ofIssuer =
  /^(?:4(?:\d{12}|\d{15})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35\d{14}|6(?:011|5\d\d|4[4-9]\d|2\d\d)\d{12}|9\d{15})$/;

const shapes = [
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)\d{4}([-. ]?)\d{4}\1\d{4}\1\d{4}(?![A-Za-z0-9])(?!-\d)/g,
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)3\d{3}([- ]?)\d{6}\1\d{4,5}(?![A-Za-z0-9])(?!-\d)/g,
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)4\d{12}(?![A-Za-z0-9])(?!-\d)/g,
].map((shape) =>
  findAll('card', shape, (match, text) => {
    const digits = match[0].replace(/\D/g, '');
    return ofIssuer.test(digits) && hasLuhnDigit(digits) && !isAfter(numberOfThing, text, match);
  }),
);

/** Card numbers of 13 to 16 digits, with their check digit (Luhn). */
export const findCardNumbers: Finder = (text) => shapes.flatMap((find) => find(text));

function hasLuhnDigit(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}
