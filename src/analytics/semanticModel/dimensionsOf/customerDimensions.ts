import type { Dimension } from '../types';
import { words } from '../words';

/** Whose, and with whom: what customers somebody looks after can be grouped by too. */
export const customerDimensions = {
  employee: {
    label: { ko: '담당자', en: 'Employee' },
    words: words(
      '담당자, 직원, 사원, 영업사원, 영업 사원, mr, 팀원, 담당, 사람, 개인, 인원, 영업자',
      'employee, rep, sales rep, representative, person, people, team member, member, colleague, mr',
    ),
    definition: {
      ko: '담당자는 그 판매나 활동을 한 직원(담당 거래처 수에서는 오늘의 담당자)',
      en: 'the employee is who made the sale or contact; of assigned customers, who looks after them today',
    },
    example: { ko: '팀원별 이번 달 실적', en: 'Sales by rep this month' },
    kind: 'text',
    table: 'employees',
    sql: 'employees.name',
    identity: 'employees.id',
    detail: 'employees.employee_no',
  },
  team: {
    label: { ko: '팀', en: 'Team' },
    words: words('팀, 영업팀, 부서, 지점', 'team, sales team, department'),
    definition: { ko: '팀은 그 직원이 지금 속한 팀', en: 'the team is the one the employee belongs to now' },
    example: { ko: '팀별 3분기 매출', en: 'Sales by team in Q3' },
    kind: 'text',
    table: 'employees',
    sql: 'employees.team',
  },
  customer: {
    label: { ko: '거래처', en: 'Customer' },
    words: words(
      '거래처, 담당처, 고객, 고객사, 병의원, 요양기관, 기관, 업체, 구매처, 방문처, 곳',
      'customer, account, client, institution',
    ),
    definition: {
      ko: '거래처는 병원, 의원, 약국 등 거래하는 기관',
      en: 'customers are the hospitals, clinics and pharmacies dealt with',
    },
    example: { ko: '이번 분기 매출 상위 5개 거래처', en: 'Top 5 customers this quarter' },
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
    definition: {
      ko: '거래처 유형은 상급종합병원, 종합병원, 병원, 의원, 약국, 기타',
      en: 'the customer type is the kind of institution, such as clinic or pharmacy',
    },
    example: { ko: '거래처 유형별 매출', en: 'Sales by customer type' },
    kind: 'text',
    table: 'customers',
    sql: 'customers.type',
  },
  region: {
    label: { ko: '지역', en: 'Region' },
    words: words('지역, 지역구, 구, 시군구, 권역, 동네', 'region, district, area, territory'),
    definition: { ko: '지역은 거래처의 시도와 시군구', en: 'the region is the district of the customer' },
    example: { ko: '지역별 매출 순위', en: 'Sales by region' },
    kind: 'text',
    table: 'customers',
    sql: 'customers.region',
  },
  province: {
    label: { ko: '시도', en: 'Province' },
    words: words('시도, 시·도, 광역, 광역시도, 도', 'province, city'),
    definition: {
      ko: '시도는 거래처 지역의 첫 단위',
      en: 'the province is the first part of the customer’s region',
    },
    example: { ko: '시도별 방문 횟수', en: 'Visits by province' },
    kind: 'text',
    table: 'customers',
    sql: "split_part(customers.region, ' ', 1)",
  },
  grade: {
    label: { ko: '등급', en: 'Grade' },
    words: words('거래처 등급, 고객 등급, 등급', 'customer grade, grade, tier'),
    definition: {
      ko: '등급은 회사가 거래처에 매긴 등급',
      en: 'the grade is the one the company gives a customer',
    },
    example: { ko: '거래처 등급별 매출', en: 'Sales by customer grade' },
    kind: 'text',
    table: 'customers',
    sql: 'customers.grade',
  },
} as const satisfies Record<string, Dimension>;
