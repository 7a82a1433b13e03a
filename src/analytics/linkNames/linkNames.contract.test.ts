import { openSmallCompany, people, type SmallCompany, type Someone } from '../smallCompanyFixture';
import { linkNames } from './linkNames';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

const link = (question: string, person: Someone) =>
  company.database.readAs(people[person].id, (query) => linkNames(question, query), { timeoutMs: 5000 });

test('customers are known to those who may see them', async () => {
  const codes = async (question: string, person: Someone) =>
    (await link(question, person)).customers.map(({ code }) => code);
  expect(await codes('푸른들종합병원과 새론약국 매출', 'rep')).toEqual(['C03']);
  expect(await codes('푸른들종합병원과 새론약국 매출', 'otherTeam')).toEqual(['C04']);
  expect(await codes('푸른들종합병원과 새론약국 매출', 'analyst')).toEqual(['C03', 'C04']);
});

test('two customers of one name are one for who knows only one of them', async () => {
  expect((await link('한빛내과의원 매출', 'rep')).customers).toMatchObject([{ code: 'C01' }]);
  expect((await link('한빛내과의원 매출', 'analyst')).ambiguous).toMatchObject([{ matched: '한빛내과의원' }]);
  expect((await link('강남 한빛내과의원 매출', 'analyst')).customers).toMatchObject([{ code: 'C02' }]);
});

test('names added later are names too', async () => {
  expect((await link('탈모약 매출', 'rep')).products).toMatchObject([{ code: 'P04' }]);
  expect((await link('들병원 매출', 'rep')).customers).toMatchObject([{ code: 'C03' }]);
  expect((await link('들병원 매출', 'otherTeam')).customers).toEqual([]);
});

test('people are known to all, with whether their figures may be seen', async () => {
  const visible = async (person: Someone) =>
    (await link('오세린 배소율', person)).employees.map((employee) => employee.visible);
  expect(await visible('rep')).toEqual([false, false]);
  expect(await visible('manager')).toEqual([true, false]);
  expect(await visible('analyst')).toEqual([true, true]);
});

test('a quotation mark is a letter like any other', async () => {
  expect((await link("'; DROP TABLE customers; -- 푸른들병원", 'rep')).customers).toMatchObject([
    { code: 'C03' },
  ]);
});

test('a slip and initials find names whose beginning was not read at first, as far as the reader knows them', async () => {
  const found = async (question: string, person: Someone) =>
    (await link(question, person)).customers.map(({ code, isNear }) => [code, isNear]);
  expect(await found('푸른둘종합병원 매출', 'rep')).toEqual([['C03', true]]);
  expect(await found('ㅍㄹㄷㅈㅎㅂㅇ 매출', 'rep')).toEqual([['C03', true]]);
  expect(await found('퍼른들종합병원 매출', 'rep')).toEqual([['C03', true]]);
  expect(await found('ㅍㄹㄷㅈㅎㅂㅇ 매출', 'otherTeam')).toEqual([]);
});
