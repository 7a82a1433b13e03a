import type { FactPart, Metric } from '../types';
import { words } from '../words';

const of = (part: FactPart, more = '') => `FILTER (WHERE facts.part = '${part}'${more})`;
const isVisit = " AND facts.type = '방문'";
const visitsOf = (part: FactPart) => `count(DISTINCT facts.id) ${of(part, isVisit)}`;
const customersVisited = (part: FactPart) => `count(DISTINCT facts.customer_id) ${of(part, isVisit)}`;
const lastVisit = `max(facts.day) ${of('current', isVisit)}`;

/** What was done, and when last. Rows are counted by their key: a contact about two products is one contact. */
export const visitMetrics = {
  visits: {
    label: { ko: '방문 횟수', en: 'Visits' },
    words: words(
      '방문 횟수, 방문횟수, 방문 건수, 방문건수, 방문 수, 방문수, 방문 실적, 방문 현황, 방문',
      'number of visits, visit count, how often, visit, visited, visiting, call on, called on',
    ),
    definition: { ko: '방문 횟수는 유형이 방문인 활동의 수', en: 'visits are contacts of the type visit' },
    example: { ko: '지난주 방문 몇 건이야?', en: 'How many visits last week?' },
    kind: 'count',
    unit: 'visit',
    sql: visitsOf,
    comparable: true,
    additive: true,
  },
  contacts: {
    label: { ko: '활동 건수', en: 'Contacts' },
    words: words(
      '활동 건수, 활동건수, 활동 횟수, 활동 실적, 영업 활동 실적, 영업 활동, 영업활동, 활동량, 활동, 접촉 횟수, 접촉, 컨택, 콜 수, 콜수, 콜, 면담, 미팅, 상담, 디테일링, 디테일',
      'number of contacts, contact, contacted, interaction, activity, activities, meeting, met, touchpoint',
    ),
    definition: {
      ko: '활동 건수는 방문·전화·이메일·세미나·기타 활동의 수',
      en: 'contacts are visits, calls, e-mails, seminars and others',
    },
    example: { ko: '이번 달 활동 유형별 건수', en: 'Contacts by type this month' },
    kind: 'count',
    unit: 'contact',
    sql: (part) => `count(DISTINCT facts.id) ${of(part)}`,
    comparable: true,
    additive: true,
  },
  customersVisited: {
    label: { ko: '방문 거래처 수', en: 'Customers visited' },
    words: words(
      '방문 거래처 수, 방문한 거래처 수, 방문 거래처수, 방문처 수, 거래처 수, 거래처수, 몇 곳, 몇곳, 몇 군데',
      'customers visited, visited customers, number of customers, how many customers, different customer',
    ),
    definition: {
      ko: '방문 거래처 수는 한 번 이상 방문한 거래처의 수',
      en: 'customers visited were visited at least once',
    },
    example: { ko: '이번 달 몇 곳 방문했어?', en: 'How many customers did I visit this month?' },
    kind: 'count',
    unit: 'customer',
    sql: customersVisited,
    comparable: true,
  },
  visitsPerCustomer: {
    label: { ko: '거래처당 방문 횟수', en: 'Visits per customer' },
    words: words(
      '거래처당 방문 횟수, 거래처당 방문 수, 거래처당 방문, 거래처당 평균 방문, 평균 방문 횟수, 방문 빈도, 방문빈도',
      'visits per customer, visit frequency, average visits, average number of visits, visits per account',
    ),
    definition: {
      ko: '거래처당 방문 횟수는 방문 횟수 ÷ 방문 거래처 수(소수 둘째 자리까지)',
      en: 'visits per customer are visits over customers visited, to two decimals',
    },
    example: { ko: '이번 분기 등급별 방문 빈도', en: 'Visit frequency by grade this quarter' },
    kind: 'number',
    unit: 'visit',
    sql: (part) => `round(${visitsOf(part)}::numeric / nullif(${customersVisited(part)}, 0), 2)`,
    comparable: true,
  },
  lastVisit: {
    label: { ko: '마지막 방문일', en: 'Last visit' },
    words: words(
      '마지막 방문일, 마지막으로 방문, 마지막 방문, 최종 방문, 최근 방문일, 언제 방문, 언제 갔, 언제 다녀',
      'last visit, last visited, latest visit, most recent visit, when did, when was',
    ),
    definition: {
      ko: '마지막 방문일은 기간 안의 마지막 방문',
      en: 'the last visit is the latest one in the period',
    },
    example: { ko: '거래처별 마지막 방문일', en: 'Last visit by customer' },
    kind: 'day',
    unit: 'date',
    sql: () => `to_char(${lastVisit}, 'YYYY-MM-DD')`,
    none: 'least',
  },
  daysSinceLastVisit: {
    label: { ko: '마지막 방문 후 일수', en: 'Days since last visit' },
    words: words(
      '마지막 방문 후 일수, 방문 경과일, 미방문 일수, 경과일, 경과 일수, 방문한 지, 방문한지, 간 지, 못 간 지, 며칠',
      'days since last visit, days since the last visit, days since, how long since, how long ago',
    ),
    definition: {
      ko: '마지막 방문 후 일수는 오늘까지 지난 날, 방문이 없으면 비어 있음',
      en: 'days since the last visit are counted to today; empty where there is none',
    },
    example: { ko: '방문한 지 30일 넘은 거래처', en: 'Customers not visited for over 30 days' },
    kind: 'count',
    unit: 'days',
    sql: (_, today) => `(${today} - ${lastVisit})`,
    none: 'most',
  },
} as const satisfies Record<string, Metric>;
