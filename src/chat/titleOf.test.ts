import { titleLength } from './limits';
import { titleOf } from './titleOf';

test.each([
  ['이번 달 내 매출 얼마야?', '이번 달 내 매출'],
  ['안녕하세요! 나루아픽정 신장애 환자 용량은?', '나루아픽정 신장애 환자 용량'],
  ['안녕하세요, 혹시 설명회 식음료 한도 좀 알려 주실 수 있나요?', '설명회 식음료 한도'],
  ['한빛내과의원 방문 내역을 보여줘', '한빛내과의원 방문 내역'],
  ['여름 휴가 규정 부탁드립니다.', '여름 휴가 규정'],
  ['전년 동기 대비 매출이 줄어든 제품', '전년 동기 대비 매출이 줄어든 제품'],
  ['나루암로정을\n반으로  쪼개도 돼?', '나루암로정을 반으로 쪼개도 돼'],
  ['저축성 보험도 되나요?', '저축성 보험도 되나요'],
  ['Hi, could you please show me my sales in September, thanks!', 'my sales in September'],
  ['history of prices?', 'history of prices'],
])('%s', (question, title) => {
  expect(titleOf(question)).toBe(title);
});

test('politeness alone stays as it is', () => {
  for (const question of ['안녕하세요', '감사합니다!', '???', 'hi']) expect(titleOf(question)).toBe(question);
});

test('a long question is cut at a word, or through the one there is', () => {
  const cut = titleOf('나루아픽정 '.repeat(30));
  expect(cut).toMatch(/^(?:나루아픽정 )+나루아픽정…$/u);
  expect(cut.length).toBeLessThanOrEqual(titleLength);
  expect(titleOf('가'.repeat(200))).toBe(`${'가'.repeat(titleLength - 1)}…`);
});
