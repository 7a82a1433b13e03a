import { initialConsonants } from './initialConsonants';

it.each([
  ['나루아픽', 'ㄴㄹㅇㅍ'],
  // The first and the last syllable of Unicode's block, and a doubled consonant.
  ['가힣', 'ㄱㅎ'],
  ['빠른', 'ㅃㄹ'],
  ['나루 5mg', 'ㄴㄹ 5mg'],
  ['ㄴㄹ', 'ㄴㄹ'],
])('%s gives %s', (text, initials) => {
  expect(initialConsonants(text)).toBe(initials);
});
