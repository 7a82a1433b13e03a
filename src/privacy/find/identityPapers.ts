import { findAll, isNear, type Finder } from './finding';

/** A licence's region (11 Seoul to 28) and four groups of a shape that nothing else has. */
const licence = findAll(
  'driver_licence',
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)(?:1[1-9]|2[0-8])-\d{2}-\d{6}-\d{2}(?![A-Za-z0-9])(?!-\d)/g,
  () => true,
);

const licenceInWords = /면허|licen[cs]e/i;
const bareLicence = findAll(
  'driver_licence',
  /(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)(?:(?:1[1-9]|2[0-8])\d{10}|(?<=(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주) ?)\d{2}-\d{6}-\d{2})(?![A-Za-z0-9])(?!-\d)/g,
  (match, text) => isNear(licenceInWords, text, match),
);

const passportInWords = /여권|passport/i;
/** `M12345678`, and since 2021 `M123A4567`: also the shape of many an item number, so the word must stand near. */
const passport = findAll(
  'passport',
  /(?<![A-Za-z0-9])[A-Z](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9])/g,
  (match, text) => isNear(passportInWords, text, match),
);

export const findDriverLicences: Finder = (text) => [...licence(text), ...bareLicence(text)];
export const findPassports: Finder = passport;
