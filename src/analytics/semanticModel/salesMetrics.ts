import type { FactPart, Metric } from './types';
import { words } from './words';

const of = (part: FactPart) => `FILTER (WHERE facts.part = '${part}')`;
const amountOf = (part: FactPart) => `coalesce(sum(facts.amount) ${of(part)}, 0)`;
const quantityOf = (part: FactPart) => `coalesce(sum(facts.quantity) ${of(part)}, 0)`;
const target = `sum(facts.amount) ${of('target')}`;

/** Figures of `sales_records` and `sales_targets`. */
export const salesMetrics = {
  amount: {
    label: { ko: '매출', en: 'Sales' },
    words: words(
      '매출액, 매출, 실적, 판매액, 판매금액, 판매 금액, 판매실적, 판매 실적, 영업실적, 영업 실적, 거래액, 거래금액, 판매',
      'sales amount, sales figure, sales performance, sale, revenue, turnover, performance',
    ),
    definition: {
      ko: '매출은 판매 금액의 합계(반품 차감)',
      en: 'sales are the sum of sold amounts, less returns',
    },
    kind: 'won',
    sql: amountOf,
    comparable: true,
    additive: true,
  },
  quantity: {
    label: { ko: '판매 수량', en: 'Units sold' },
    words: words(
      '판매 수량, 판매수량, 판매량, 매출 수량, 매출수량, 출고량, 수량, 몇 개, 몇개, 몇 정, 몇정, 물량',
      'units sold, unit, quantity, quantities, sales volume, volume, how many units',
    ),
    definition: {
      ko: '판매 수량은 판매 단위의 합계(반품 차감)',
      en: 'units sold are the sum of units, less returns',
    },
    kind: 'count',
    sql: quantityOf,
    comparable: true,
    additive: true,
  },
  saleCount: {
    label: { ko: '판매 건수', en: 'Sale lines' },
    words: words(
      '판매 건수, 판매건수, 거래 건수, 거래건수, 주문 건수, 주문건수, 매출 건수, 매출건수, 주문 수, 거래 횟수, 주문 횟수, 몇 건, 몇건, 주문',
      'number of sales, sale count, number of orders, order count, orders, transaction',
    ),
    definition: { ko: '판매 건수는 판매 내역의 줄 수', en: 'sale lines are counted one by one' },
    kind: 'count',
    sql: (part) => `count(*) ${of(part)}`,
    comparable: true,
    additive: true,
  },
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
    kind: 'count',
    sql: (part) => `count(DISTINCT facts.customer_id) ${of(part)}`,
    comparable: true,
  },
  assignedCustomers: {
    label: { ko: '담당 거래처 수', en: 'Assigned customers' },
    words: words(
      '담당 거래처 수, 담당 거래처수, 담당하는 거래처 수, 맡은 거래처 수, 담당 거래처 몇 개, 담당 거래처 몇 곳, 담당 거래처가 몇 개, 담당 거래처는 몇 개, 담당처 수',
      'number of assigned customers, assigned customer',
    ),
    definition: {
      ko: '담당 거래처 수는 오늘 배정되어 있는 거래처의 수',
      en: 'assigned customers are those looked after today',
    },
    kind: 'count',
    sql: () => `count(DISTINCT facts.customer_id) ${of('assigned')}`,
    parts: ['assigned'],
  },
  averageUnitPrice: {
    label: { ko: '평균 단가', en: 'Average unit price' },
    words: words(
      '평균 단가, 평균단가, 판매 단가, 판매단가, 평균 판매가, 평균 판매 단가, 단가, 객단가',
      'average unit price, average selling price, average price, unit price, price per unit, asp',
    ),
    definition: { ko: '평균 단가는 매출 ÷ 판매 수량', en: 'the average unit price is sales over units sold' },
    kind: 'won',
    sql: (part) => `round(${amountOf(part)}::numeric / nullif(${quantityOf(part)}, 0))`,
    comparable: true,
  },
  targetAmount: {
    label: { ko: '목표', en: 'Target' },
    words: words(
      '매출 목표, 매출목표, 목표 금액, 목표금액, 목표액, 목표 매출, 목표매출, 목표, 타깃, 타겟',
      'sales target, target amount, target, quota, goal',
    ),
    definition: {
      ko: '목표는 기간 안에 시작하는 달의 월 목표 합계',
      en: 'the target is the sum of the monthly targets of the months that begin in the period',
    },
    kind: 'won',
    sql: () => target,
    parts: ['target'],
  },
  achievementRate: {
    label: { ko: '달성률', en: 'Achievement' },
    words: words(
      '목표 달성률, 목표달성률, 목표 달성율, 달성률, 달성율, 달성도, 진도율, 진척률, 목표 대비 실적, 목표 대비 매출, 목표 대비, 목표대비, 목표 달성, 목표까지, 남은 목표, 달성',
      'target achievement, achievement rate, achievement, attainment, against target, versus target, vs target, percent of target, achieved, on target',
    ),
    definition: { ko: '달성률은 매출 ÷ 목표', en: 'achievement is sales over target' },
    kind: 'ratio',
    sql: (part) => `${amountOf(part)}::float8 / nullif(${target}, 0)`,
    parts: ['target'],
  },
  share: {
    label: { ko: '매출 비중', en: 'Share of sales' },
    words: words(
      '매출 비중, 매출비중, 매출 비율, 구성비, 비중, 점유율, 차지하는 비율, 차지',
      'share of sales, sales share, share, proportion, percentage of sales',
    ),
    definition: {
      ko: '매출 비중은 같은 기준의 전체 매출에서 차지하는 비율',
      en: 'the share is of all sales of the same scope',
    },
    kind: 'ratio',
    // Which rows are the whole depends on what is grouped by: see compile/share.ts.
    sql: amountOf,
  },
} as const satisfies Record<string, Metric>;

export type SalesMetric = keyof typeof salesMetrics;
