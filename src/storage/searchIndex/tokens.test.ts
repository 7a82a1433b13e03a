import { indexTokens, runsOf } from './tokens';

describe('indexTokens', () => {
  it.each([
    ['급여', ['^급여', '급여']],
    ['비급여', ['^비급', '비급', '급여']],
    ['약', ['약']],
    ['급여 기준', ['^급여', '급여', '^기준', '기준']],
    ['Aspirin', ['aspirin']],
    ['5mg', ['5mg', '5', 'mg']],
    ['HbA1c', ['hba1c', 'hba', '1', 'c']],
    ['2.5㎎', ['2.5mg', '2.5', 'mg']],
    ['1,200원', ['1200', '원']],
    ['1,2', ['1', '2']],
    ['ＡＢＣ', ['abc']],
    ['CYP3A4를', ['cyp3a4', 'cyp', '3', 'a', '4', '를']],
    ['給與', ['^給與', '給與']],
    ['β-blocker', ['β', 'blocker']],
    ['?!*', []],
    ['', []],
  ])('cuts %s', (text, tokens) => {
    expect(indexTokens(text)).toEqual(tokens);
  });

  it('sees the same in composed and decomposed Korean', () => {
    expect(indexTokens('고혈압'.normalize('NFD'))).toEqual(['^고혈', '고혈', '혈압']);
  });

  it('gets through a text made to be slow', () => {
    const text = '1,'.repeat(200_000) + '가'.repeat(200_000);
    // One number each, the first mark, and a bigram less than syllables.
    expect(indexTokens(text)).toHaveLength(200_000 + 1 + 199_999);
  });
});

it('runsOf tells syllables from letters and numbers', () => {
  expect(runsOf('아로큐정 5mg을')).toEqual([
    { text: '아로큐정', isSyllables: true },
    { text: '5mg', isSyllables: false },
    { text: '을', isSyllables: true },
  ]);
});
