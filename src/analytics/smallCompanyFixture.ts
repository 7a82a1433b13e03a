import type { CellValue } from '../shared/resultTable';
import type { Language } from '../shared/problem';
import type { Database } from '../storage/database/database';
import { openTestDatabase } from '../test/database';
import type { FigureRequest, InteractionsQuery, SalesQuery } from './figureQuery';
import type { NameProblem } from './run/resolveNames';
import { runFigures, type Figures } from './run/runFigures';

/**
 * A company small enough to be added up by hand, for tests. Today is Monday, 2026-11-23. 한가람 and 오세린 are of 서울1팀, led
 * by 정해솔; 배소율 is of 서울2팀. 푸른들종합병원 is 한가람's now and was 오세린's.
 */
export const today = new Date('2026-11-23T10:00:00+09:00');

export const people = {
  rep: { id: 1, employeeNo: 'E01', name: '한가람', role: 'rep', team: '서울1팀' },
  colleague: { id: 2, employeeNo: 'E02', name: '오세린', role: 'rep', team: '서울1팀' },
  otherTeam: { id: 3, employeeNo: 'E03', name: '배소율', role: 'rep', team: '서울2팀' },
  manager: { id: 4, employeeNo: 'M01', name: '정해솔', role: 'manager', team: '서울1팀' },
  analyst: { id: 5, employeeNo: 'A01', name: '류다온', role: 'analyst', team: '영업분석팀' },
} as const;

export type Someone = keyof typeof people;

export const september = { from: '2026-09-01', to: '2026-09-30' };

/** The company, asked as one of its people; the analyst where nobody is named. */
export interface SmallCompany {
  database: Database;
  run(
    request: FigureRequest,
    person?: Someone,
    language?: Language,
    maximumRows?: number,
  ): Promise<Figures | NameProblem>;
  /** A sales query that has an answer; amounts of September where it does not say otherwise. */
  sales(query: Partial<SalesQuery>, person?: Someone): Promise<Figures>;
  contacts(query: InteractionsQuery, person?: Someone): Promise<Figures>;
  /** Cells of a sales query, row by row. */
  cells(query: Partial<SalesQuery>, columns: string[], person?: Someone): Promise<CellValue[][]>;
}

/** Opens a test database that has the company. */
export async function openSmallCompany(): Promise<SmallCompany> {
  const database = await openTestDatabase();
  await database.sequelize.query(rows);
  const run: SmallCompany['run'] = (request, person = 'analyst', language = 'ko', maximumRows) => {
    const { signal } = new AbortController();
    const { readAs } = database;
    const employee = people[person];
    return runFigures(request, { employee, language, now: today, signal, readAs, maximumRows });
  };
  const answered = async (request: FigureRequest, person?: Someone) => {
    const figures = await run(request, person);
    if (!('table' in figures)) throw new Error(`no figures: ${JSON.stringify(figures)}`);
    return figures;
  };
  const sales: SmallCompany['sales'] = (query, person) =>
    answered({ subject: 'sales', query: { metrics: ['amount'], period: september, ...query } }, person);
  return {
    database,
    run,
    sales,
    contacts: (query, person) => answered({ subject: 'interactions', query }, person),
    async cells(query, columns, person) {
      const { table } = await sales(query, person);
      return table.rows.map((row) => columns.map((column) => row[column] ?? null));
    },
  };
}

const rows = `
INSERT INTO employees (id, employee_no, name, email, role, team) VALUES
${Object.values(people)
  .map(
    ({ id, employeeNo, name, role, team }) =>
      `(${id}, '${employeeNo}', '${name}', '${employeeNo}@x.example', '${role}', '${team}')`,
  )
  .join(',\n')};

INSERT INTO customers (id, code, name, type, region, grade, aliases) VALUES
(1, 'C01', '한빛내과의원', '의원', '서울 마포구', 'A', '{마포한빛내과}'),
(2, 'C02', '한빛내과의원', '의원', '서울 강남구', 'B', '{}'),
(3, 'C03', '푸른들종합병원', '종합병원', '경기 성남시', 'A', '{푸른들}'),
(4, 'C04', '새론약국', '약국', '서울 마포구', 'C', '{}'),
(5, 'C05', '모꼬지 의약품도매', '기타', '경기 성남시', 'D', '{}');

INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
(1, 'P01', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100),
(2, 'P02', '나루암로정 10mg', '암로디핀베실산염', true, '고혈압', 200),
(3, 'P03', '나루텔미암로정 40/5mg', '텔미사르탄·암로디핀베실산염', true, '고혈압', 300),
(4, 'P04', '나루피나정 1mg', '피나스테리드', false, '탈모', 1000);

INSERT INTO entity_aliases (kind, entity_id, alias) VALUES ('product', 4, '탈모약'), ('customer', 3, '들병원');

INSERT INTO assignment_map (employee_id, customer_id, valid_from, valid_to) VALUES
(1, 1, '2020-01-01', NULL), (2, 3, '2020-01-01', '2023-06-30'), (1, 3, '2023-07-01', NULL),
(2, 2, '2020-01-01', NULL), (3, 4, '2020-01-01', NULL), (3, 5, '2020-01-01', NULL);

INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, line_no, quantity, amount) VALUES
('2025-09-10', 1, 1, 1, 1, 10, 1000), ('2025-10-05', 1, 1, 1, 1, 5, 500),
('2026-03-02', 2, 3, 2, 1, 10, 2000),
('2026-08-12', 1, 1, 1, 1, 10, 1000), ('2026-08-20', 1, 3, 2, 1, 5, 1000),
('2026-09-01', 1, 1, 1, 1, 20, 2000), ('2026-09-15', 1, 1, 3, 1, 10, 3000),
('2026-09-30', 1, 3, 4, 1, 1, 1000), ('2026-09-30', 1, 3, 4, 2, -1, -1000),
('2026-09-11', 2, 2, 1, 1, 30, 3000), ('2026-09-12', 3, 4, 2, 1, 10, 2000),
('2026-10-05', 1, 1, 1, 1, 15, 1500), ('2026-10-25', 1, 1, 1, 1, 5, 500),
('2026-10-07', 2, 2, 2, 1, 10, 2000), ('2026-10-31', 3, 4, 4, 1, 2, 2000),
('2026-11-01', 1, 1, 1, 1, 10, 1000), ('2026-11-10', 1, 3, 3, 1, 10, 3000),
('2026-11-20', 2, 2, 1, 1, 10, 1000), ('2026-11-23', 3, 5, 4, 1, 1, 1000);

INSERT INTO sales_targets (month, employee_id, product_id, customer_id, amount) VALUES
('2026-09-01', 1, 1, NULL, 3000), ('2026-09-01', 1, 3, NULL, 2000),
('2026-09-01', 2, NULL, NULL, 4000), ('2026-09-01', 2, 1, NULL, 1000),
('2026-09-01', 3, 2, NULL, 2500), ('2026-10-01', 1, 1, NULL, 2000),
('2026-11-01', 1, 1, NULL, 2000), ('2026-11-01', 1, 3, NULL, 3000);

INSERT INTO interaction_logs (id, employee_id, customer_id, type, occurred_at, summary, next_action) VALUES
(1, 1, 1, '방문', '2026-11-20 10:00+09', '나루암로정 처방 확대 논의.', '샘플 전달'),
(2, 1, 1, '전화', '2026-11-02 09:00+09', '재고 문의.', NULL),
(3, 1, 3, '방문', '2026-10-10 14:00+09', '약제위원회 일정 확인.', '자료 제출'),
(4, 1, 3, '방문', '2026-09-30 23:30+09', '당직 약사 면담.', NULL),
(5, 2, 2, '방문', '2026-10-01 00:10+09', '야간 방문.', NULL),
(6, 2, 3, '방문', '2026-11-18 11:00+09', '전임 담당자 인사.', '인계'),
(7, 3, 4, '세미나', '2026-11-05 18:00+09', '제품 설명회.', NULL),
(8, 3, 5, '방문', '2026-06-01 10:00+09', '공급 조건 협의.', '견적 발송');

INSERT INTO interaction_products (interaction_id, product_id) VALUES (1, 1), (1, 3), (2, 1), (3, 2), (7, 4);
`;
