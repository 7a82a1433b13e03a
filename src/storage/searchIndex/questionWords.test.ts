import { contentWords } from './questionWords';

describe('contentWords', () => {
  it.each([
    ['아로큐정의 효능은 무엇인가요?', ['아로큐정', '효능']],
    ['아로큐정 급여 되나요?', ['아로큐정', '급여']],
    ['비급여로 처방되는 경우는?', ['비급여', '처방']],
    ['글루코민 임상시험 결과 요약해줘', ['글루코민', '임상시험', '결과']],
    ['CYP3A4를 억제하는 약은 뭐가 있어?', ['cyp3a4', '억제', '약은']],
    ['이상사례는 언제까지 보고해야 하나요', ['이상사례', '보고']],
    ['급여 기준, 급여 기준', ['급여', '기준']],
    // An ending is cut only where two syllables are left.
    ['효과와 경과', ['효과', '경과']],
    ['What is the maximum dose of Aroqu?', ['maximum', 'dose', 'aroqu']],
    ['Tell me about meals', ['meals']],
    ['그게 뭐야? 어떻게 해?', []],
    ['알고 싶은 알고리즘', ['알고리즘']],
    ['???', []],
  ])('%s', (question, words) => {
    expect(contentWords(question)).toEqual(words);
  });
});
