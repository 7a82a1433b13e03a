import { findAll, isAfter, isNear, numberOfThing } from './finding';

const saysSo = /주민|외국인\s?등록|거소\s?신고|resident|RRN|\bARC\b|alien reg/i;

/** Since then numbers have had no check digit (행정안전부, October 2020). */
const withoutCheckDigitSince = Date.UTC(2020, 9, 1);

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/**
 * Resident and foreigner registration numbers (주민등록번호, 외국인등록번호): six digits of a birth date that has been, a digit
 * 1 to 8 of century and sex, six more. A right check digit is enough; without one, the dash or a word says what it is.
 */
export const findResidentNumbers = findAll(
  'resident_number',
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)(\d{6})( ?- ?|[ .]?)([1-8])(\d{6}|[*xX○●•]{6})(?![A-Za-z0-9])(?!-\d)/g,
  (match, text) => {
    const [, date, separator, centuryAndSex, rest] = match as string[] as [
      string,
      string,
      string,
      string,
      string,
    ];
    const born = birthDate(date, centuryAndSex);
    if (born === null) return false;
    if (isNear(saysSo, text, match)) return true;
    if (!/^\d/.test(rest)) return separator.includes('-');
    if (isAfter(numberOfThing, text, match)) return false;
    if (hasCheckDigit(`${date}${centuryAndSex}${rest}`, centuryAndSex)) return true;
    return separator.includes('-') || (born >= withoutCheckDigitSince && separator !== '');
  },
);

/** Time of the birth date; null where there is no such day, or it has not been yet. */
function birthDate(date: string, centuryAndSex: string): number | null {
  const century = '1256'.includes(centuryAndSex) ? 1900 : 2000;
  const [year, month, day] = [0, 2, 4].map((at) => Number(date.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const time = Date.UTC(century + year, month - 1, day);
  const isDay = month >= 1 && day >= 1 && new Date(time).toISOString().slice(5, 10) === dayOf(month, day);
  return isDay && time <= Date.now() ? time : null;
}

function dayOf(month: number, day: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Foreigners' numbers (5 to 8) are checked with two more. */
function hasCheckDigit(number: string, centuryAndSex: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  const expected = (11 - (sum % 11) + (centuryAndSex >= '5' ? 2 : 0)) % 10;
  return expected === Number(number[12]);
}
