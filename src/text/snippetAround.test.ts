import { snippetAround } from './snippetAround';

const long = `${'처음에 다른 말이 길게 있고 '.repeat(8)}매출 실적은 1억 원입니다.${' 끝에도 다른 말이 있다.'.repeat(8)}`;

test('a short text is whole, on one line', () => {
  expect(snippetAround('첫 줄\n\n둘째  줄', ['둘째'])).toBe('첫 줄 둘째 줄');
});

test('a long one is cut around the first word found, and begins with a whole word', () => {
  const snippet = snippetAround(long, ['실적', '없는말']);
  expect(snippet).toMatch(/^…(처음에|다른|말이|길게|있고) .*매출 실적은 1억 원입니다\..*…$/u);
  expect(snippet.length).toBeLessThanOrEqual(102);
});

test('spaces do not count, nor do letters that mean something in a pattern', () => {
  expect(snippetAround(long, ['매출실적은1억'])).toContain('매출 실적은 1억 원');
  expect(snippetAround(`${'앞 '.repeat(60)}정산(9월) 완료`, ['정산(9월)'])).toContain('정산(9월) 완료');
});

test('the end and the beginning are shown without a mark', () => {
  expect(snippetAround(long, ['처음에'])).toMatch(/^처음에/u);
  expect(snippetAround(`${'앞 '.repeat(60)}마지막말`, ['마지막말'])).toMatch(/마지막말$/u);
});
