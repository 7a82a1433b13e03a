import { productWords } from './productWords';

const wordsOf = (brand: string, ingredient: string, aliases: string[] = []) =>
  productWords([{ brand, ingredient, aliases }]).map(({ word, parts }) => [word, ...parts].join(' '));

it('takes brands without strengths and ingredients apart, each with its stem', () => {
  expect(wordsOf('나루암로정 5mg', '암로디핀베실산염')).toEqual([
    '나루암로',
    '나루암로정 나루암로 정',
    '암로디핀',
    '암로디핀베실산염 암로디핀 베실산염',
  ]);
});

it('takes every ingredient of a combination, and aliases as they are', () => {
  expect(wordsOf('나루텔미암로정 40/5mg', '텔미사르탄·메트포르민염산염', ['텔암로', 'Telmi-A'])).toEqual([
    '나루텔미암로',
    '나루텔미암로정 나루텔미암로 정',
    '메트포르민',
    '메트포르민염산염 메트포르민 염산염',
    '텔미사르탄',
    '텔암로',
  ]);
});

it('leaves out what is so short that it stands in other words too, and the end a stem would be too short for', () => {
  expect(wordsOf('가나정', '인산', ['나루'])).toEqual(['가나정']);
});

it('keeps the longest ending, and one entry a word', () => {
  const products = [
    { brand: '글루나루서방정 500mg', ingredient: '메트포르민', aliases: ['글루나루'] },
    { brand: '글루나루서방정 1000mg', ingredient: '메트포르민염산염', aliases: [] },
  ];
  expect(productWords(products).map(({ word }) => word)).toEqual([
    '글루나루',
    '글루나루서방정',
    '메트포르민',
    '메트포르민염산염',
  ]);
});
