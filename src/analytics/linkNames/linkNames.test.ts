import { knownNames, linkKnownNames } from '../knownNamesFixture';
import { normalizeQuestion } from '../normalizeQuestion';

const link = (question: string) => linkKnownNames(question, knownNames);
const codes = (entries: { code: string }[]) => entries.map(({ code }) => code);

describe('customers', () => {
  test.each([
    ['푸른들종합병원 매출', ['C03']],
    ['푸른들병원 매출', ['C03']],
    ['푸른들에 마지막으로 간 날', ['C03']],
    ['푸른들종합병원의 9월 매출은', ['C03']],
    ['푸른들종합병원매출', ['C03']],
    ['새봄대병원이랑 푸른들병원', ['C04', 'C03']],
    ['모꼬지의약품도매 실적', ['C05']],
    ['꽃담소아과 방문 내역', ['C06']],
    ['C03 매출', ['C03']],
    ['마포한빛내과 매출', ['C01']],
    ['강남구 한빛내과의원 매출', ['C02']],
    ['마포 한빛내과 매출', ['C01']],
    // A word that only begins so is another word.
    ['푸른들판 매출', []],
    ['우리 팀 매출', []],
    ['모르는병원 매출', []],
  ])('%s', (question, expected) => expect(codes(link(question).customers)).toEqual(expected));

  test('one name for two customers is asked about, not guessed', () => {
    const { customers, ambiguous } = link('한빛내과 매출');
    expect(customers).toEqual([]);
    expect(ambiguous).toMatchObject([
      {
        matched: '한빛내과',
        candidates: [
          { kind: 'customer', codes: ['C01'], detail: '서울 마포구' },
          { kind: 'customer', codes: ['C02'], detail: '서울 강남구' },
        ],
      },
    ]);
  });
});

describe('products', () => {
  test.each([
    ['나루암로정 5mg 매출', ['P01']],
    ['나루암로정5mg은', ['P01']],
    ['나루 암로정 5 mg', ['P01']],
    ['나루암로정 5밀리그램', ['P01']],
    ['나루암로정 5㎎', ['P01']],
    ['나루암로정 매출', ['P01', 'P02']],
    ['나루암로 용법', ['P01', 'P02']],
    ['나루암로정 5mg와 10mg 비교', ['P01', 'P02']],
    ['나루텔미암로정은 복합제인가요', ['P03']],
    ['나루아픽은', ['P04', 'P05']],
    ['글루나루 매출', ['P07']],
    // A strength there is not must not become all strengths.
    ['나루암로정 20mg 매출', []],
    ['나루암로틴 매출', []],
  ])('%s', (question, expected) => expect(codes(link(question).products)).toEqual(expected));

  test('names in decomposed Korean are the same names', () => {
    expect(codes(link('나루피나정 매출'.normalize('NFD')).products)).toEqual(['P06']);
  });
});

describe('people, teams and places', () => {
  test('a person is named with or without rank, and it is told whether the reader may see the figures', () => {
    expect(link('오세린 과장님 실적').employees).toMatchObject([
      { code: 'NP1002', visible: true, matched: '오세린 과장님' },
    ]);
    expect(link('배소율이랑 한가람 씨').employees).toMatchObject([
      { code: 'NP1005', visible: false },
      { code: 'NP1001' },
    ]);
    expect(codes(link('np1002 실적').employees)).toEqual(['NP1002']);
  });

  test('a team is not the province it is named after', () => {
    const { teams, regions } = link('서울1팀 매출');
    expect(teams.map(({ value }) => value)).toEqual(['서울1팀']);
    expect(regions).toEqual([]);
    expect(link('1팀 매출').teams).toMatchObject([{ value: '서울1팀' }]);
    const twoTeams = { ...knownNames, teams: ['서울1팀', '경기1팀'] };
    expect(linkKnownNames('1팀 매출', twoTeams).teams).toEqual([]);
    expect(link('경기팀 실적').teams).toMatchObject([{ value: '경기팀' }]);
  });

  test.each([
    ['서울 매출', ['서울']],
    ['강남 매출', ['강남구']],
    ['강남구에서 팔린', ['강남구']],
    ['서울 강남구 매출', ['서울 강남구']],
    ['성남시와 마포구', ['성남시', '마포구']],
    ['경기 지역 매출', ['경기']],
  ])('%s', (question, expected) =>
    expect(link(question).regions.map(({ value }) => value)).toEqual(expected),
  );

  test('classes by other words for them, ingredients without their salt', () => {
    expect(link('항응고제 매출').therapeuticClasses).toMatchObject([{ value: '항응고' }]);
    expect(link('sales of antihypertensives').therapeuticClasses).toMatchObject([{ value: '고혈압' }]);
    expect(link('hypertension sales').therapeuticClasses).toMatchObject([{ value: '고혈압' }]);
    expect(link('암로디핀 성분 제품').ingredients).toMatchObject([
      { value: '암로디핀', matched: '암로디핀 성분' },
    ]);
  });
});

test('places are those of the normalised question', () => {
  const question = '㎎ 나루피나정 매출';
  const { start, end, matched } = link(question).products[0]!;
  expect(normalizeQuestion(question).slice(start, end)).toBe(matched);
});
