import { findAll, isAfter, numberOfThing, type Finder } from './finding';

const saysSo =
  /(?:전화|연락처|휴대폰|핸드폰|휴대전화|팩스|번호|\btel\b|phone|mobile|\bcell\b|\bfax\b|call|contact)[^\d]{0,12}$/i;

/** 010 and the older ones, at home and as +82; free (080) and company-wide numbers (1588 and the like) are nobody's. */
const mobile = findAll(
  'phone',
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)(?:\(?\+82\)?[-. ]{0,2}(?:\(0\)|0)?[-. ]?1[016789]|82[-. ]1[016789]|\(?01[016789]\)?)[-. ]{0,2}\d{3,4}[-. ]{0,2}\d{4}(?![A-Za-z0-9])(?!-\d)(?! ?원)/g,
  (match, text) => !isAfter(numberOfThing, text, match),
);

const landline = findAll(
  'phone',
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9][-.])(?:\+82[-. ]{0,2}(?:\(0\))?|\(?0)(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)(?:\) ?| ?- ?|[. ])\d{3,4}(?: ?- ?|[. ])\d{4}(?![A-Za-z0-9])(?!-\d)/g,
  (match, text) => !isAfter(numberOfThing, text, match),
);

/** Nine to eleven digits in one piece are a number of anything until a word says that it is a telephone's. */
const unparted = findAll(
  'phone',
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)0(?:2\d{7,8}|[3-6][1-5]\d{7,8}|70\d{8})(?![A-Za-z0-9])(?!-\d)/g,
  (match, text) => isAfter(saysSo, text, match) && !isAfter(numberOfThing, text, match),
);

const foreign = findAll(
  'phone',
  /(?<![\d+])\+(?!82)\d{1,3}[-. ]\(?\d{1,4}\)?(?:[-. ]\d{2,5}){1,4}(?!\d)/g,
  ([number]) => {
    const { length } = number.replace(/\D/g, '');
    return length >= 9 && length <= 15;
  },
);

/** Telephone numbers: mobile and landline, Korean and, with a plus, of other countries. */
export const findPhoneNumbers: Finder = (text) =>
  [mobile, landline, unparted, foreign].flatMap((find) => find(text));
