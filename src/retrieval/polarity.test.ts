import { contradicts } from './polarity';

describe.each([
  ['급여', '비급여', '급여로 인정한다.', '비급여로 한다.'],
  ['투여', '미투여', '투여군에서 3.1%였다.', '미투여군에서 9.4%였다.'],
  ['제출', '미제출', '자료를 제출한 거래처', '자료를 미제출한 거래처'],
  ['응고', '항응고', '응고 검사를 한다.', '항응고제를 복용한다.'],
  ['승인', '불승인', '승인되면 집행한다.', '불승인되면 다시 올린다.'],
])('%s against %s', (plain, negated, plainPassage, negatedPassage) => {
  it('a passage that speaks only of the opposite speaks against the question, either way', () => {
    expect(contradicts(`${plain} 기준은?`)(negatedPassage)).toBe(true);
    expect(contradicts(`${negated} 기준은?`)(plainPassage)).toBe(true);
  });

  it('one that speaks of what is asked does not, nor one that speaks of both or neither', () => {
    for (const passage of [plainPassage, `${plainPassage} ${negatedPassage}`, '보관은 실온에서 한다.'])
      expect(contradicts(`${plain} 기준은?`)(passage)).toBe(false);
    for (const passage of [negatedPassage, `${plainPassage} ${negatedPassage}`, '보관은 실온에서 한다.'])
      expect(contradicts(`${negated} 기준은?`)(passage)).toBe(false);
  });

  it('a question that names both compares them, and nothing speaks against it', () => {
    const against = contradicts(`${plain}와 ${negated}의 차이는?`);
    expect([plainPassage, negatedPassage].map(against)).toEqual([false, false]);
  });
});

test('a cost that ends in 비 negates nothing, and 비급여 does also within a word', () => {
  expect(contradicts('정산 기준은?')('교통비정산 신청서')).toBe(false);
  expect(contradicts('급여 기준은?')('전액비급여 품목이다.')).toBe(true);
});

test('what a question denies it does not ask for: 필요하지 않은 is 불필요', () => {
  expect(contradicts('진단서가 필요하지 않은 경우는?')('통원은 진단서가 불필요하다.')).toBe(false);
  expect(contradicts('진단서가 필요한 경우는?')('통원은 진단서가 불필요하다.')).toBe(true);
});
