import { type salesDimensions } from '../semanticModel/dimensions';
import { openSmallCompany, type SmallCompany } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

/** Sales of September, added up by hand. */
const expected: Record<keyof typeof salesDimensions, [string, number][]> = {
  employee: [
    ['한가람', 5000],
    ['오세린', 3000],
    ['배소율', 2000],
  ],
  team: [
    ['서울1팀', 8000],
    ['서울2팀', 2000],
  ],
  customer: [
    ['한빛내과의원 (서울 마포구, C01)', 5000],
    ['한빛내과의원 (서울 강남구, C02)', 3000],
    ['새론약국', 2000],
    ['푸른들종합병원', 0],
  ],
  customerType: [
    ['의원', 8000],
    ['약국', 2000],
    ['종합병원', 0],
  ],
  region: [
    ['서울 마포구', 7000],
    ['서울 강남구', 3000],
    ['경기 성남시', 0],
  ],
  province: [
    ['서울', 10000],
    ['경기', 0],
  ],
  grade: [
    ['A', 5000],
    ['B', 3000],
    ['C', 2000],
  ],
  product: [
    ['나루암로정 5mg', 5000],
    ['나루텔미암로정 40/5mg', 3000],
    ['나루암로정 10mg', 2000],
    ['나루피나정 1mg', 0],
  ],
  therapeuticClass: [
    ['고혈압', 10000],
    ['탈모', 0],
  ],
  ingredient: [
    ['암로디핀베실산염', 7000],
    ['텔미사르탄·암로디핀베실산염', 3000],
    ['피나스테리드', 0],
  ],
  reimbursed: [
    ['급여', 10000],
    ['비급여', 0],
  ],
  day: [
    ['2026-09-01', 2000],
    ['2026-09-11', 3000],
    ['2026-09-12', 2000],
    ['2026-09-15', 3000],
    ['2026-09-30', 0],
  ],
  week: [
    ['2026-08-31', 2000],
    ['2026-09-07', 5000],
    ['2026-09-14', 3000],
    ['2026-09-28', 0],
  ],
  month: [['2026-09', 10000]],
  quarter: [['2026-Q3', 10000]],
  year: [['2026', 10000]],
};

test.each(Object.keys(expected) as (keyof typeof salesDimensions)[])('by %s', async (dimension) => {
  expect(await company.cells({ dimensions: [dimension] }, [dimension, 'amount'])).toEqual(
    expected[dimension],
  );
});
