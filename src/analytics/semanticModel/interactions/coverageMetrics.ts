import { dimensionsNotOfCustomers } from '../dimensions';
import type { FactPart, Metric } from '../types';
import { words } from '../words';

const customersOf = (part: FactPart) =>
  `count(DISTINCT facts.customer_id) FILTER (WHERE facts.part = '${part}')`;
const assigned = customersOf('assigned');
const missed = customersOf('missed');

/** How many of the customers looked after are reached. Whoever made the visit, the customer has been visited. */
export const coverageMetrics = {
  coverage: {
    label: { ko: '방문 커버리지', en: 'Visit coverage' },
    words: words(
      '방문 커버리지, 담당처 방문 커버리지, 담당 거래처 방문 커버리지, 거래처 커버리지, 커버리지, 방문율, 방문률, 방문 비율, 방문한 비율, 방문한 거래처 비율, 몇 %를 방문, 몇 % 방문, 몇 퍼센트를 방문, 몇 퍼센트 방문, 몇 %나 방문',
      'visit coverage, percent of my accounts have i visited, percent of my customers have i visited, percent of accounts visited, percent of customers visited, percentage of customers visited, customer coverage, coverage, visit rate, share of customers visited',
    ),
    definition: {
      ko: '방문 커버리지는 오늘 담당 거래처 가운데 기간 안에 누구든 한 번 이상 방문한 곳의 비율',
      en: 'coverage is the share of the customers looked after today that anybody visited at least once in the period',
    },
    example: { ko: '이번 달 팀원별 방문 커버리지', en: 'Visit coverage by rep this month' },
    kind: 'ratio',
    unit: 'percent',
    sql: () => `(${assigned} - ${missed})::float8 / nullif(${assigned}, 0)`,
    parts: ['assigned', 'missed'],
    notBy: dimensionsNotOfCustomers,
  },
  customersWithoutVisit: {
    label: { ko: '방문 없는 거래처 수', en: 'Customers without a visit' },
    words: words(
      '방문 없는 거래처 수, 방문 안 한 거래처 수, 방문하지 않은 거래처 수, 미방문 거래처 수, 미방문처 수',
      'number of customers without a visit, number of customers not visited, number of unvisited customers, how many customers were not visited',
    ),
    definition: {
      ko: '방문 없는 거래처 수는 오늘 담당 거래처 가운데 기간 안에 누구의 방문도 없는 곳의 수',
      en: 'customers without a visit are those looked after today that nobody visited in the period',
    },
    example: { ko: '이번 달 팀원별 미방문 거래처 수', en: 'Number of customers not visited by rep' },
    kind: 'count',
    unit: 'customer',
    sql: () => missed,
    parts: ['missed'],
    notBy: dimensionsNotOfCustomers,
  },
} as const satisfies Record<string, Metric>;
