import { isNegated } from './negation';

it.each([
  '분할하지 않는다',
  '반품이 안 되는 제품',
  '처방안되나요',
  '제공하지 못하는 물품',
  '임부에게 금지',
  '지급 대상에서 제외',
  '복용을 피하고',
  '비급여 대상',
  '미투여 환자',
  '불승인 사유',
  'It must not be split',
  "don't crush",
])('%s says not', (text) => {
  expect(isNegated(text)).toBe(true);
});

it.each([
  '급여 대상',
  '투여 환자',
  '비만 환자의 용량',
  '미국 임상 결과',
  // To propose, and under the skin.
  '제안하는 방법',
  '피하주사 방법',
  '피하 주사 간격',
  'notice of nomination',
])('%s does not', (text) => {
  expect(isNegated(text)).toBe(false);
});
