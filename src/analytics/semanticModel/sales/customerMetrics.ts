import { dimensionsNotOfCustomers } from '../dimensions';
import type { FactPart, Metric } from '../types';
import { words } from '../words';
import { amountOf, of } from './factsOf';

const customersOf = (part: FactPart) => `count(DISTINCT facts.customer_id) ${of(part)}`;
/** A line of returned goods is no sale. */
const lastSale = "max(facts.day) FILTER (WHERE facts.part = 'current' AND facts.quantity > 0)";

/** Who bought, who did not. */
export const customerMetrics = {
  customerCount: {
    label: { ko: '구매 거래처 수', en: 'Buying customers' },
    words: words(
      '거래처 몇 개, 거래처가 몇 개, 거래처는 몇 개, 거래처 몇 곳, 구매 거래처 수, 거래처 수, 거래처수, 거래한 거래처 수, 구매처 수, 고객 수, 몇 곳, 몇곳, 몇 군데',
      'number of customers, customer count, how many customers, buying customer, active customer',
    ),
    definition: {
      ko: '구매 거래처 수는 기간 안에 판매가 있는 거래처의 수',
      en: 'buying customers are those with a sale in the period',
    },
    example: { ko: '3분기 구매 거래처 수는?', en: 'How many customers bought in Q3?' },
    kind: 'count',
    unit: 'customer',
    sql: customersOf,
    comparable: true,
  },
  amountPerCustomer: {
    label: { ko: '거래처당 매출', en: 'Sales per customer' },
    words: words(
      '거래처당 매출, 거래처당 매출액, 거래처당 평균 매출, 거래처 평균 매출, 곳당 매출, 객단가',
      'average customer value, average customer sales, sales per customer, revenue per customer',
    ),
    definition: {
      ko: '거래처당 매출은 매출 ÷ 구매 거래처 수',
      en: 'sales per customer are sales over buying customers',
    },
    example: { ko: '올해 등급별 거래처당 매출', en: 'Average customer value by grade this year' },
    kind: 'won',
    unit: 'won',
    sql: (part) => `round(${amountOf(part)}::numeric / nullif(${customersOf(part)}, 0))`,
    comparable: true,
  },
  assignedCustomers: {
    label: { ko: '담당 거래처 수', en: 'Assigned customers' },
    words: words(
      '담당 거래처 수, 담당 거래처수, 담당하는 거래처 수, 맡은 거래처 수, 담당 거래처 몇 개, 담당 거래처 몇 곳, 담당 거래처가 몇 개, 담당 거래처는 몇 개, 담당처 수',
      'number of assigned customers, assigned customer, accounts am i responsible for, customers am i responsible for, accounts do i have, customers do i have',
    ),
    definition: {
      ko: '담당 거래처 수는 오늘 배정되어 있는 거래처의 수',
      en: 'assigned customers are those looked after today',
    },
    example: { ko: '팀원별 담당 거래처 수', en: 'Number of assigned customers by rep' },
    kind: 'count',
    unit: 'customer',
    sql: () => customersOf('assigned'),
    parts: ['assigned'],
    notBy: dimensionsNotOfCustomers,
  },
  customersWithoutSale: {
    label: { ko: '판매 없는 거래처 수', en: 'Customers without a sale' },
    words: words(
      '판매 없는 거래처 수, 매출 없는 거래처 수, 주문 없는 거래처 수, 미거래 거래처 수, 미구매 거래처 수, 미거래처 수',
      'number of customers without a sale, number of inactive customers, how many inactive customers',
    ),
    definition: {
      ko: '판매 없는 거래처 수는 오늘 담당 거래처 가운데 기간 안에 누구의 판매도(반품 제외) 없는 곳의 수',
      en: 'customers without a sale are those looked after today to whom nobody sold in the period, returns aside',
    },
    example: { ko: '최근 3개월 팀원별 미거래 거래처 수', en: 'Number of inactive customers by rep' },
    kind: 'count',
    unit: 'customer',
    sql: () => customersOf('missed'),
    parts: ['missed'],
    notBy: dimensionsNotOfCustomers,
  },
  newCustomers: {
    label: { ko: '신규 거래처 수', en: 'New customers' },
    words: words(
      '신규 거래처 수, 신규 거래처 몇 곳, 신규 거래처는 몇 곳, 신규 거래처가 몇 곳, 신규 고객 수, 신규처 수',
      'number of new customers, how many new customers, new customer count, number of new accounts',
    ),
    definition: {
      ko: '신규 거래처 수는 첫 판매가 기간 안에 있는 거래처의 수(제품 조건이 있으면 그 제품의 첫 판매)',
      en: 'new customers are those whose first sale lies in the period; with products given, the first sale of these',
    },
    example: { ko: '올해 월별 신규 거래처 수', en: 'Number of new customers by month this year' },
    kind: 'count',
    unit: 'customer',
    sql: () => customersOf('first'),
    parts: ['first'],
  },
  lostCustomers: {
    label: { ko: '이탈 거래처 수', en: 'Lost customers' },
    words: words(
      '이탈 거래처 수, 이탈 거래처 몇 곳, 이탈 거래처는 몇 곳, 이탈 거래처가 몇 곳, 이탈 고객 수, 이탈처 수, 거래 중단 거래처 수',
      'number of lost customers, how many lost customers, lost customer count, number of churned customers',
    ),
    definition: {
      ko: '이탈 거래처 수는 비교 기간에 샀고 이 기간에는 판매(반품 제외)가 없는 거래처의 수',
      en: 'lost customers bought in the period compared with and have no sale in this one, returns aside',
    },
    example: { ko: '3분기 팀별 이탈 거래처 수', en: 'Number of lost customers by team in Q3' },
    kind: 'count',
    unit: 'customer',
    sql: () => customersOf('lost'),
    parts: ['lost'],
  },
  lastSale: {
    label: { ko: '마지막 판매일', en: 'Last sale' },
    words: words(
      '마지막 판매일, 마지막 주문일, 마지막 거래일, 마지막 구매일, 최근 판매일, 최근 주문일, 최근 거래일, 최종 거래일, 마지막 주문, 마지막 판매, 마지막 거래, 언제 샀, 언제 주문',
      'last sale, last sale day, last order, last purchase, latest order, most recent order',
    ),
    definition: {
      ko: '마지막 판매일은 기간 안의 마지막 판매(반품 제외)',
      en: 'the last sale is the latest one in the period, returns aside',
    },
    example: { ko: '거래처별 마지막 주문일', en: 'Last order by customer' },
    kind: 'day',
    unit: 'date',
    sql: () => `to_char(${lastSale}, 'YYYY-MM-DD')`,
    none: 'least',
  },
  daysSinceLastSale: {
    label: { ko: '마지막 판매 후 일수', en: 'Days since last sale' },
    words: words(
      '마지막 판매 후 일수, 마지막 주문 후 일수, 마지막 거래 후 일수, 판매 경과일, 주문 경과일, 거래 경과일, 미거래 일수, 주문한 지, 산 지',
      'days since last sale, days since the last sale, days since last order, days since the last order',
    ),
    definition: {
      ko: '마지막 판매 후 일수는 오늘까지 지난 날, 기간 안에 판매(반품 제외)가 없으면 비어 있음',
      en: 'days since the last sale are counted to today; empty where the period has none, returns aside',
    },
    example: { ko: '마지막 주문 후 일수가 긴 거래처', en: 'Days since last order by customer' },
    kind: 'count',
    unit: 'days',
    sql: (_, today) => `(${today} - ${lastSale})`,
    none: 'most',
  },
} as const satisfies Record<string, Metric>;
