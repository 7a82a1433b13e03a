import { findAccountNumbers } from './find/accountNumber';
import { findCardNumbers } from './find/cardNumber';
import { findEmailAddresses } from './find/emailAddress';
import { findEnglishPatientNames } from './find/englishPatientName';
import type { Finder, Finding } from './find/finding';
import { foldText } from './find/foldText';
import { findDriverLicences, findPassports } from './find/identityPapers';
import { findKoreanPatientNames } from './find/patientName';
import { findPhoneNumbers } from './find/phoneNumber';
import { findResidentNumbers } from './find/residentNumber';

export type { Finding } from './find/finding';

/** In the order in which they have their say where two find the same digits. */
const ofDigits: Finder[] = [
  findResidentNumbers,
  findDriverLicences,
  findCardNumbers,
  findPhoneNumbers,
  findPassports,
  findAccountNumbers,
];

/** The least digits that any of the numbers has. */
const manyDigits = /\d(?:\D{0,4}\d){6}/;

/**
 * Personal data in Korean or English text, in the order of the text, none over another. By rules: it finds what has the shape or
 * the words of it, and nothing that has neither. Takes time in proportion to the length of the text.
 */
export function findPersonalData(original: string): Finding[] {
  const { text, placeOf } = foldText(original);
  const finders: Finder[] = [
    ...(manyDigits.test(text) ? ofDigits : []),
    ...(text.includes('@') ? [findEmailAddresses] : []),
    ...(/환자|\(/.test(text) ? [findKoreanPatientNames] : []),
    ...(/patient/i.test(text) ? [findEnglishPatientNames] : []),
  ];
  const found = finders.flatMap((find, rank) => find(text).map((finding) => ({ ...finding, rank })));
  const kept: typeof found = [];
  for (const finding of found.sort((one, other) => one.start - other.start || one.rank - other.rank)) {
    const last = kept.at(-1);
    if (!last || last.end <= finding.start) kept.push(finding);
    else if (finding.rank < last.rank) kept[kept.length - 1] = finding;
  }
  return kept.map(({ kind, start, end }) => ({ kind, start: placeOf(start), end: placeOf(end) }));
}
