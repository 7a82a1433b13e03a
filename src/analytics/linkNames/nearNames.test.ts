import { knownNames, linkKnownNames } from '../knownNamesFixture';

const link = (question: string) => linkKnownNames(question, knownNames);

describe('a word that is only like a name', () => {
  test.each([
    ['푸른둘종합병원 매출', '푸른들종합병원'],
    ['새봄데 방문', '새봄대학교병원'],
    ['ㅍㄹㄷㅈㅎㅂㅇ 매출', '푸른들종합병원'],
    ['나루피니 매출', '나루피나정 1mg'],
    ['나루피나스 매출', '나루피나정 1mg'],
    ['ㄴㄹㅍㄴ 매출', '나루피나정 1mg'],
    ['sales of Narupina', '나루피나정 1mg'],
    ['오세란 실적', '오세린'],
  ])('%s means %s', (question, name) => {
    const { customers, products, employees, ambiguous } = link(question);
    expect([...customers, ...products, ...employees]).toMatchObject([{ name, isNear: true }]);
    expect(ambiguous).toEqual([]);
  });

  test('by its initials it may mean several', () => {
    expect(link('ㅎㅂㄴㄱ 매출').ambiguous).toMatchObject([
      { candidates: [{ codes: ['C01'] }, { codes: ['C02'] }] },
    ]);
    expect(link('강남구 ㅎㅂㄴㄱ 매출').customers).toMatchObject([{ code: 'C02' }]);
  });

  test('what may be another name is asked about', () => {
    const { customers, ambiguous } = link('꽃담소가과 매출');
    expect(customers).toEqual([]);
    expect(ambiguous).toMatchObject([{ isNear: true, candidates: [{ codes: ['C06'] }] }]);
  });

  test.each([
    '가람종합병원 매출',
    '나루암로정 20mg 매출',
    '나루암로틴 매출',
    'ㄴㄹ 매출',
    '얼마나 팔렸는지 알려줘',
  ])('%s: no name at all', (question) => {
    const { customers, products } = link(question);
    expect([...customers, ...products]).toEqual([]);
  });
});
