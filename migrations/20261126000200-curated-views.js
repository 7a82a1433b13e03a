'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * What a model may write SQL about: plain views with names in place of keys, in a schema of their own, so that it can be
 * the whole search path of such a statement. `security_invoker` keeps row-level security with the person who asks; the
 * materialized view is read through its `security_barrier` view. `src/analytics/sqlGuard/curatedViews.ts` lists the same
 * for the guard and for the model: a test compares them.
 */
const employee = {
  employee_no: '사번 / employee number',
  employee_name: '담당자 이름 / name of the employee',
  team: '영업팀 / sales team of the employee',
};
const customer = {
  customer_code: '거래처 코드 / customer code',
  customer_name: '거래처명 / customer name',
  customer_type: '거래처 유형: 상급종합병원, 종합병원, 병원, 의원, 약국, 기타 / kind of customer',
  region: '지역, 예: 서울 마포구 / region',
  grade: '거래처 등급, 예: A / grade',
};
const product = {
  product_code: '제품 코드 / product code',
  product_name: '제품명(함량 포함) / brand with strength',
  ingredient: '성분 / active ingredient',
  therapeutic_class: '약효군, 예: 고혈압 / therapeutic class',
};
const reimbursed = { reimbursed: '급여 true, 비급여 false / reimbursed by the health insurance' };

const employeeColumns = 'e.employee_no, e.name AS employee_name, e.team';
const customerColumns =
  'c.code AS customer_code, c.name AS customer_name, c.type AS customer_type, c.region, c.grade';
const productColumns = 'p.code AS product_code, p.brand AS product_name, p.ingredient, p.therapeutic_class';

const views = {
  sales: {
    about: '판매 내역, 한 줄이 판매 한 건(반품은 음수) / sales, one row a line, returns are negative',
    columns: {
      sold_on: '판매일(KST) / day of the sale',
      month: '판매월의 1일 / first day of the month of the sale',
      ...employee,
      ...customer,
      ...product,
      ...reimbursed,
      quantity: '판매 수량 / units sold',
      amount: '판매 금액(원) / amount in KRW',
    },
    select: `s.sold_on, date_trunc('month', s.sold_on)::date AS month, ${employeeColumns}, ${customerColumns},
      ${productColumns}, p.reimbursed, s.quantity, s.amount
    FROM public.sales_records s
    JOIN public.employees e ON e.id = s.employee_id
    JOIN public.customers c ON c.id = s.customer_id
    JOIN public.products p ON p.id = s.product_id`,
  },
  targets: {
    about:
      '월 목표: 사람별, 제품·거래처는 정해진 경우만 / monthly targets of a person, of one product or customer where given',
    columns: {
      month: '목표월의 1일 / first day of the month',
      ...employee,
      product_code: '제품 코드, 없으면 전체 / product code, null: all products',
      product_name: '제품명, 없으면 전체 / brand with strength, null: all products',
      customer_code: '거래처 코드, 없으면 전체 / customer code, null: all customers',
      customer_name: '거래처명, 없으면 전체 / customer name, null: all customers',
      target_amount: '목표 금액(원) / target in KRW',
    },
    select: `t.month, ${employeeColumns}, p.code AS product_code, p.brand AS product_name,
      c.code AS customer_code, c.name AS customer_name, t.amount AS target_amount
    FROM public.sales_targets t
    JOIN public.employees e ON e.id = t.employee_id
    LEFT JOIN public.products p ON p.id = t.product_id
    LEFT JOIN public.customers c ON c.id = t.customer_id`,
  },
  interactions: {
    about: '방문·전화 등 거래처 활동 / visits, calls and other contacts with customers',
    columns: {
      interaction_id: '활동 번호 / key of the contact',
      occurred_at: '활동 시각 / when it took place',
      occurred_on: '활동일(KST) / day of the contact',
      month: '활동월의 1일 / first day of the month of the contact',
      ...employee,
      ...customer,
      interaction_type: '활동 유형: 방문, 전화, 이메일, 세미나, 기타 / kind of contact',
      summary: '활동 내용 / what was said',
      next_action: '다음 할 일 / what is to be done next',
    },
    select: `i.id AS interaction_id, i.occurred_at, (i.occurred_at AT TIME ZONE 'Asia/Seoul')::date AS occurred_on,
      date_trunc('month', i.occurred_at AT TIME ZONE 'Asia/Seoul')::date AS month, ${employeeColumns},
      ${customerColumns}, i.type AS interaction_type, i.summary, i.next_action
    FROM public.interaction_logs i
    JOIN public.employees e ON e.id = i.employee_id
    JOIN public.customers c ON c.id = i.customer_id`,
  },
  interaction_products: {
    about: '활동에서 다룬 제품 / products a contact was about',
    columns: { interaction_id: '활동 번호 / key of the contact', ...product },
    select: `ip.interaction_id, ${productColumns}
    FROM public.interaction_products ip
    JOIN public.products p ON p.id = ip.product_id`,
  },
  customers: {
    about: '볼 수 있는 거래처 / customers as far as they may be seen',
    columns: { ...customer, address: '주소 / postal address' },
    select: `${customerColumns}, c.address FROM public.customers c`,
  },
  assignments: {
    about: '담당 배정 이력, 오늘 유효한 것이 현재 담당 / who looks after which customer, and when',
    columns: {
      ...employee,
      ...customer,
      valid_from: '담당 시작일 / first day',
      valid_to: '담당 종료일, 없으면 계속 / last day, null: open',
    },
    select: `${employeeColumns}, ${customerColumns}, a.valid_from, a.valid_to
    FROM public.assignment_map a
    JOIN public.employees e ON e.id = a.employee_id
    JOIN public.customers c ON c.id = a.customer_id`,
  },
  products: {
    about: '제품 / products',
    columns: {
      ...product,
      ...reimbursed,
      unit_price: '단가(원) / price of one unit in KRW',
      active: '판매 중 / still sold',
    },
    select: `${productColumns}, p.reimbursed, p.unit_price, p.active FROM public.products p`,
  },
  employees: {
    about: '직원 / employees',
    columns: {
      ...employee,
      role: '역할: rep, manager, analyst, admin / role',
      active: '재직 중 / still active',
    },
    select: `${employeeColumns}, e.role, e.active FROM public.employees e`,
  },
  monthly_performance: {
    about:
      '월별 거래처·담당자 실적 합계(미리 집계) / sums by month, customer and employee, kept ready: fast for long periods',
    columns: {
      month: '월의 1일 / first day of the month',
      ...employee,
      ...customer,
      quantity: '판매 수량 합계 / units sold',
      amount: '판매 금액 합계(원) / amount in KRW',
      sales_count: '판매 건수 / sale lines',
      interaction_count: '활동 건수 / contacts',
    },
    select: `m.month, ${employeeColumns}, ${customerColumns}, m.quantity, m.amount, m.sales_count, m.interaction_count
    FROM public.customer_monthly_performance m
    JOIN public.employees e ON e.id = m.employee_id
    JOIN public.customers c ON c.id = m.customer_id`,
  },
};

const quote = (text) => `'${text.replaceAll("'", "''")}'`;

const create = Object.entries(views).flatMap(([name, { about, columns, select }]) => [
  `CREATE VIEW figures.${name} WITH (security_invoker = true) AS SELECT ${select};`,
  `COMMENT ON VIEW figures.${name} IS ${quote(about)};`,
  ...Object.entries(columns).map(
    ([column, meaning]) => `COMMENT ON COLUMN figures.${name}.${column} IS ${quote(meaning)};`,
  ),
]);

module.exports = sqlMigration({
  up: `
CREATE SCHEMA figures;
COMMENT ON SCHEMA figures IS 'What SQL that a model wrote may read, under the rights of the person who asks.';
${create.join('\n')}
GRANT USAGE ON SCHEMA figures TO narutalk_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA figures TO narutalk_reader;
`,
  down: 'DROP SCHEMA figures CASCADE;',
});
