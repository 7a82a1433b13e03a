import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { getEncoding } from 'js-tiktoken';
import { cutToTokens, estimateTokens } from './estimateTokens';

const samples = path.join(__dirname, '..', '..', 'samples');
const read = (...file: string[]) => readFileSync(path.join(samples, ...file), 'utf8').slice(0, 3_000);
const documents = readdirSync(path.join(samples, 'documents'))
  .filter((file) => /\.(?:md|txt|csv|html)$/u.test(file))
  .slice(0, 20)
  .map((file): [string, string] => [file, read('documents', file)]);

const texts: [string, string][] = [
  ...documents,
  ['customers.csv', read('data', 'customers.csv')],
  [
    'the arguments of a call',
    JSON.stringify({
      metrics: ['amount'],
      dimensions: ['product'],
      period: { from: '2026-09-01', to: '2026-09-30' },
      filters: { customers: ['한빛내과의원'], products: ['P101'] },
    }),
  ],
  ['a row of figures', '나루아픽정 5mg | 1,234,567원 | 2026-09-01 ~ 2026-09-30 | 12.5 %\n'.repeat(20)],
  ['chat', 'ㅋㅋㅋ 그럼 9월은요?? ㅠㅠ 💊💊 뭐라도 알려줘!!! '.repeat(20)],
];

/** The vocabularies of OpenAI's models of today and of before; the older one is dear for Korean, as many open models are. */
const vocabularies = [getEncoding('o200k_base'), getEncoding('cl100k_base')];

test.each(texts)('%s costs no more than estimated, and the estimate is not far off', (_name, text) => {
  const counts = vocabularies.map((vocabulary) => vocabulary.encode(text).length);
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(Math.max(...counts));
  expect(estimateTokens(text)).toBeLessThanOrEqual(2.25 * Math.max(...counts));
});

test('a text that is too long keeps its beginning and its end', () => {
  const text = `처음 ${'가나다라 '.repeat(5_000)}끝`;
  const cut = cutToTokens(text, 200);
  expect(cut).toMatch(/^처음 가나다라.* \[…\] .*끝$/u);
  expect(estimateTokens(cut)).toBeLessThanOrEqual(200);
  expect(estimateTokens(cut)).toBeGreaterThan(150);
  expect(cutToTokens('짧은 말', 200)).toBe('짧은 말');
});

test('no half of a pair is left where a text is cut', () => {
  for (let limit = 20; limit < 40; limit += 1)
    expect(cutToTokens('💊'.repeat(500), limit).isWellFormed()).toBe(true);
});
