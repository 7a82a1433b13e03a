import type { Dimension } from './types';
import { words } from './words';

const timeDimensions = {
  day: {
    label: { ko: '일', en: 'Day' },
    words: words('일, 일자, 날짜', 'day, daily, date'),
    kind: 'day',
    sql: "to_char(facts.day, 'YYYY-MM-DD')",
    step: { days: 1 },
  },
  week: {
    label: { ko: '주(월요일)', en: 'Week (Monday)' },
    words: words('주, 주간, 주차', 'week, weekly'),
    kind: 'day',
    sql: "to_char(date_trunc('week', facts.day), 'YYYY-MM-DD')",
    step: { days: 7 },
  },
  month: {
    label: { ko: '월', en: 'Month' },
    words: words('월, 달, 매월, 매달, 월간', 'month, monthly'),
    kind: 'month',
    sql: "to_char(facts.day, 'YYYY-MM')",
    step: { months: 1 },
  },
  quarter: {
    label: { ko: '분기', en: 'Quarter' },
    words: words('분기', 'quarter, quarterly'),
    kind: 'text',
    sql: `to_char(facts.day, 'YYYY-"Q"Q')`,
    step: { months: 3 },
  },
  year: {
    label: { ko: '연도', en: 'Year' },
    words: words('연도, 년도, 연, 년, 해, 연간', 'year, yearly, annually'),
    kind: 'text',
    sql: "to_char(facts.day, 'YYYY')",
    step: { months: 12 },
  },
} as const satisfies Record<string, Dimension>;

const commonDimensions = {
  employee: {
    label: { ko: '담당자', en: 'Employee' },
    words: words(
      '담당자, 직원, 사원, 영업사원, 영업 사원, mr, 팀원, 담당, 사람, 개인, 인원, 영업자',
      'employee, rep, sales rep, representative, person, people, team member, member, colleague, mr',
    ),
    kind: 'text',
    table: 'employees',
    sql: 'employees.name',
    identity: 'employees.id',
    detail: 'employees.employee_no',
  },
  team: {
    label: { ko: '팀', en: 'Team' },
    words: words('팀, 영업팀, 부서, 지점', 'team, sales team, department'),
    kind: 'text',
    table: 'employees',
    sql: 'employees.team',
  },
  customer: {
    label: { ko: '거래처', en: 'Customer' },
    words: words(
      '거래처, 고객, 고객사, 병의원, 요양기관, 기관, 업체, 구매처, 방문처, 곳',
      'customer, account, client, institution',
    ),
    kind: 'text',
    table: 'customers',
    sql: 'customers.name',
    identity: 'customers.id',
    detail: "concat_ws(', ', customers.region, customers.code)",
  },
  customerType: {
    label: { ko: '거래처 유형', en: 'Customer type' },
    words: words(
      '거래처 유형, 거래처유형, 거래처 종류, 고객 유형, 기관 유형, 병원 유형, 유형, 종별, 종, 업태',
      'customer type, account type, institution type, type of customer, customer segment, segment',
    ),
    kind: 'text',
    table: 'customers',
    sql: 'customers.type',
  },
  region: {
    label: { ko: '지역', en: 'Region' },
    words: words('지역, 구, 시군구, 권역, 동네', 'region, district, area, territory'),
    kind: 'text',
    table: 'customers',
    sql: 'customers.region',
  },
  province: {
    label: { ko: '시도', en: 'Province' },
    words: words('시도, 시·도, 광역, 광역시도, 도', 'province, city'),
    kind: 'text',
    table: 'customers',
    sql: "split_part(customers.region, ' ', 1)",
  },
  grade: {
    label: { ko: '등급', en: 'Grade' },
    words: words('거래처 등급, 고객 등급, 등급', 'customer grade, grade, tier'),
    kind: 'text',
    table: 'customers',
    sql: 'customers.grade',
  },
  product: {
    label: { ko: '제품', en: 'Product' },
    words: words(
      '제품, 품목, 상품, 약품, 의약품, 품명, 브랜드, 약',
      'product, brand, drug, item, medicine, sku',
    ),
    kind: 'text',
    table: 'products',
    sql: 'products.brand',
    identity: 'products.id',
    detail: 'products.code',
  },
  therapeuticClass: {
    label: { ko: '약효군', en: 'Therapeutic class' },
    words: words(
      '약효군, 약효, 질환군, 질환, 치료군, 치료 영역, 제품군, 계열, 카테고리, 분류',
      'therapeutic class, therapeutic area, class, disease area, category, product group',
    ),
    kind: 'text',
    table: 'products',
    sql: 'products.therapeutic_class',
  },
  ingredient: {
    label: { ko: '성분', en: 'Ingredient' },
    words: words('성분, 주성분, 성분명, 원료', 'ingredient, molecule, substance, compound'),
    kind: 'text',
    table: 'products',
    sql: 'products.ingredient',
  },
  reimbursed: {
    label: { ko: '급여 구분', en: 'Reimbursement' },
    words: words(
      '급여 구분, 급여구분, 급여 여부, 급여여부, 급여/비급여, 급여 비급여, 급여·비급여, 급여와 비급여, 보험 구분',
      'reimbursement, reimbursement status, reimbursed or not',
    ),
    kind: 'text',
    table: 'products',
    sql: "CASE WHEN products.reimbursed THEN '급여' ELSE '비급여' END",
  },
} as const satisfies Record<string, Dimension>;

const interactionType = {
  label: { ko: '활동 유형', en: 'Contact type' },
  words: words(
    '활동 유형, 활동유형, 활동 종류, 방문 유형, 접촉 유형, 유형, 채널, 방식',
    'contact type, interaction type, activity type, type, channel',
  ),
  kind: 'text',
  sql: 'facts.type',
} as const satisfies Dimension;

/** What sales are grouped by. */
export const salesDimensions = { ...commonDimensions, ...timeDimensions };

/** What visits and contacts are grouped by. */
export const interactionDimensions = { ...commonDimensions, interactionType, ...timeDimensions };

export type InteractionDimension = keyof typeof interactionDimensions;
export type TimeDimension = keyof typeof timeDimensions;

/** Dimensions of time, coarse to fine. */
export function isTimeDimension(key: string): key is TimeDimension {
  return key in timeDimensions;
}
