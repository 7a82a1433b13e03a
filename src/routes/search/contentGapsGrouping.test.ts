import { groupQuestions } from './contentGapsGrouping';

const grouped = (...texts: string[]) =>
  groupQuestions(texts.map((searchedFor) => ({ searchedFor }))).map(({ questions }) =>
    questions.map(({ searchedFor }) => searchedFor),
  );

it('takes order, particles, endings and spaces for nothing', () => {
  const same = [
    '나루아픽정의 반감기는?',
    '반감기 나루아픽정',
    '나루아픽정반감기',
    '나루아픽정 반감기가 얼마인가요',
  ];
  expect(grouped(...same)).toEqual([same]);
});

it('joins what has a word more, with the most asked as its head', () => {
  const groups = grouped(
    '신장애 환자 나루아픽정 용량 조절',
    '신장애 환자 나루아픽정 용량',
    '신장애 환자 나루아픽정 용량',
  );
  expect(groups).toHaveLength(1);
});

it.each([
  ['negations', '나루아픽정 급여 기준', '나루아픽정 비급여 기준'],
  ['a negating word', '나루아픽정 고령자 신장애 투여', '나루아픽정 고령자 신장애 투여 안'],
  ['products', '나루아픽정 신장애 환자 용량 조절', '나루암로정 신장애 환자 용량 조절'],
  ['years', '인센티브 지급 기준 상한 2025', '인센티브 지급 기준 상한 2026'],
  ['an added year', '인센티브 지급 기준 상한', '인센티브 지급 기준 상한 2026'],
  ['strengths', '나루아픽정 5mg 식별 표시', '나루아픽정 10mg 식별 표시'],
  ['a subject and its relation', '반감기', '나루아픽정 반감기'],
])('keeps %s apart', (_what, one, other) => {
  expect(grouped(one, other)).toEqual([[one], [other]]);
});

it('puts the most asked first, and the newest first in each', () => {
  expect(grouped('휴가 신청 방법', '주차 자리', '주차 자리는')).toEqual([
    ['주차 자리', '주차 자리는'],
    ['휴가 신청 방법'],
  ]);
});
