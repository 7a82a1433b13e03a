import type { FactPart, Metric } from '../types';
import { words } from '../words';
import { amountOf, of } from './factsOf';

const quantityOf = (part: FactPart) => `coalesce(sum(facts.quantity) ${of(part)}, 0)`;

/** How much was sold. */
export const soldMetrics = {
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
    example: { ko: '이번 달 내 매출 얼마야?', en: 'What are my sales this month?' },
    kind: 'won',
    unit: 'won',
    sql: amountOf,
    comparable: true,
    additive: true,
  },
  quantity: {
    label: { ko: '판매 수량', en: 'Units sold' },
    words: words(
      '판매 수량, 판매수량, 판매량, 매출 수량, 매출수량, 출고량, 제품 수량, 품목 수량, 수량, 몇 개, 몇개, 몇 정, 몇정, 물량',
      'units sold, unit, quantity, quantities, sales volume, volume, how many units',
    ),
    definition: {
      ko: '판매 수량은 판매 단위의 합계(반품 차감)',
      en: 'units sold are the sum of units, less returns',
    },
    example: { ko: '3분기 제품별 판매 수량', en: 'Units sold by product in Q3' },
    kind: 'count',
    unit: 'unit',
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
    example: { ko: '지난달 주문 건수는?', en: 'How many orders last month?' },
    kind: 'count',
    unit: 'line',
    sql: (part) => `count(*) ${of(part)}`,
    comparable: true,
    additive: true,
  },
  productCount: {
    label: { ko: '판매 품목 수', en: 'Products sold' },
    words: words(
      '판매 품목 수, 판매 제품 수, 판매된 제품 수, 구매 품목 수, 품목 수, 제품 수, 몇 품목, 몇 가지 제품',
      'number of products, product count, how many products, how many different products',
    ),
    definition: {
      ko: '판매 품목 수는 기간 안에 판매 내역이 있는 제품의 수',
      en: 'products sold are those with a sale in the period',
    },
    example: { ko: '거래처별 판매 품목 수', en: 'Number of products by customer' },
    kind: 'count',
    unit: 'product',
    sql: (part) => `count(DISTINCT facts.product_id) ${of(part)}`,
    comparable: true,
  },
  averageUnitPrice: {
    label: { ko: '평균 단가', en: 'Average unit price' },
    words: words(
      '평균 단가, 평균단가, 판매 단가, 판매단가, 평균 판매가, 평균 판매 단가, 단가',
      'average unit price, average selling price, average price, unit price, price per unit, asp',
    ),
    definition: { ko: '평균 단가는 매출 ÷ 판매 수량', en: 'the average unit price is sales over units sold' },
    example: { ko: '올해 제품별 평균 단가', en: 'Average unit price by product this year' },
    kind: 'won',
    unit: 'won',
    sql: (part) => `round(${amountOf(part)}::numeric / nullif(${quantityOf(part)}, 0))`,
    comparable: true,
  },
  averageSaleAmount: {
    label: { ko: '건당 매출', en: 'Sales per line' },
    words: words(
      '건당 매출, 건당 매출액, 건당 금액, 건당 평균 금액, 건당 평균 매출, 주문당 매출, 주문당 금액, 평균 주문 금액, 평균 거래 금액',
      'sales per line, average sale, average order value, average order amount, amount per sale, amount per order',
    ),
    definition: { ko: '건당 매출은 매출 ÷ 판매 건수', en: 'sales per line are sales over sale lines' },
    example: { ko: '지난달 팀별 건당 매출', en: 'Average order value by team last month' },
    kind: 'won',
    unit: 'won',
    sql: (part) => `round(${amountOf(part)}::numeric / nullif(count(*) ${of(part)}, 0))`,
    comparable: true,
  },
  share: {
    label: { ko: '매출 비중', en: 'Share of sales' },
    words: words(
      '매출 비중, 매출비중, 매출 비율, 구성비, 비중, 점유율, 차지하는 비율, 차지, 매출 기여도, 기여도, 기여율, 몫, 몇 퍼센트, 몇퍼센트, 몇 %, 몇 프로',
      'share of sales, sales share, what percent, what percentage, as percentages, as a percentage, share, proportion, percentage of sales',
    ),
    definition: {
      ko: '매출 비중은 같은 기준의 전체 매출에서 차지하는 비율',
      en: 'the share is of all sales of the same scope',
    },
    example: { ko: '올해 약효군별 매출 비중', en: 'Share of sales by therapeutic class this year' },
    kind: 'ratio',
    unit: 'percent',
    // Which rows are the whole depends on what is grouped by: see compile/share.ts.
    sql: amountOf,
  },
} as const satisfies Record<string, Metric>;
