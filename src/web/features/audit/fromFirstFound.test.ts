import { fromFirstFound } from './fromFirstFound';

const long = '가나다라 '.repeat(30);

it('begins near the first word that is found', () => {
  const shown = fromFirstFound(`${long}혈압이 높다`, ['혈압']);
  expect(shown.indexOf('혈압')).toBe(41);
});

it.each([
  ['the word is near the beginning', `혈압 ${long}`, ['혈압']],
  ['nothing is looked for', long, []],
  ['the word is not in it', long, ['혈압']],
])('shows the text from its beginning where %s', (_, text, words) => {
  expect(fromFirstFound(text, words)).toBe(text);
});
