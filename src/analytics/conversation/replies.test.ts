import { september } from '../understand/questionsFixture';
import { converse } from './conversationFixture';

/** Two customers are called so, in 마포구 and in 강남구. */
const ambiguous = '한빛내과 9월 매출';

test.each([
  ['첫 번째', 'C01'],
  ['1번', 'C01'],
  ['1', 'C01'],
  ['마포구 거', 'C01'],
  ['마포 쪽이요', 'C01'],
  ['서울 마포구 한빛내과의원', 'C01'],
  ['C02', 'C02'],
  ['두번째 것', 'C02'],
  ['강남구에 있는 한빛내과', 'C02'],
  ['강남이요', 'C02'],
  ['마지막', 'C02'],
  ['the second one', 'C02'],
])('“%s” answers which one is meant, and the question is answered', (reply, code) => {
  const { sales, askBack } = converse([ambiguous, reply]);
  expect(askBack).toBeUndefined();
  expect(sales).toEqual({ metrics: ['amount'], period: september, filters: { customers: [code] } });
});

test('what follows goes on from the question that was answered', () => {
  const { sales } = converse([ambiguous, '두 번째', '수량으로']);
  expect(sales).toEqual({ metrics: ['quantity'], period: september, filters: { customers: ['C02'] } });
});

test('of two names the second is asked about next, and both are set side by side', () => {
  const { sales } = converse(['한빛내과랑 푸른들 9월 매출 비교', '첫 번째']);
  expect(sales).toMatchObject({ dimensions: ['customer'], filters: { customers: ['C03', 'C01'] } });
});

test.each(['세 번째', '부산 거', '네'])('“%s” means none of them', (reply) => {
  expect(converse([ambiguous, reply]).sales).toBeUndefined();
});

test('another question is no reply', () => {
  const { sales } = converse([ambiguous, '강남구 약국 9월 매출 알려줘']);
  expect(sales?.filters).toEqual({ regions: ['강남구'], customerTypes: ['약국'] });
});

test('a name that comes near is offered, and “네” takes it', () => {
  const asked = '꽃담소가청소년과의원 9월 매출';
  expect(converse([asked]).askBack).toContain('꽃담소아청소년과의원');
  const { sales } = converse([asked, '네']);
  expect(sales?.filters).toEqual({ customers: ['C06'] });
});
