import { textLanguage } from './textLanguage';

it.each([
  ['권장 용량은 1회 5mg이다.', 'ko'],
  ['HbA1c와 eGFR 검사는 3개월마다', 'ko'],
  ['The recommended dose is 5 mg twice daily.', 'en'],
  // A Korean name in an English sentence does not make it Korean.
  ['What is the recommended maximum daily dose of 아픽정?', 'en'],
  // Without a letter it is a Korean text: that is what most are.
  ['120/80', 'ko'],
  ['', 'ko'],
])('%s is %s', (text, language) => {
  expect(textLanguage(text)).toBe(language);
});
