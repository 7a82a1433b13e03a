import { defaultListLimit, type InteractionsQuery } from '../figureQuery';
import type { CompiledQuery, FigureColumn } from './compiled';
import { interactionConditions } from './interactionFacts';
import { parameterList, quoted } from './parameterList';

const columns: (FigureColumn & { sql: string })[] = [
  {
    key: 'occurredAt',
    label: { ko: '일시', en: 'Time' },
    kind: 'time',
    sql: `to_char(rows.occurred_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD"T"HH24:MI:SS"+09:00"')`,
  },
  { key: 'customer', label: { ko: '거래처', en: 'Customer' }, kind: 'text', sql: 'customers.name' },
  { key: 'employee', label: { ko: '담당자', en: 'Employee' }, kind: 'text', sql: 'employees.name' },
  { key: 'type', label: { ko: '유형', en: 'Type' }, kind: 'text', sql: 'rows.type' },
  {
    key: 'products',
    label: { ko: '제품', en: 'Products' },
    kind: 'text',
    sql: `(SELECT string_agg(products.brand, ', ' ORDER BY products.brand) FROM interaction_products AS link
 JOIN products ON products.id = link.product_id WHERE link.interaction_id = rows.id)`,
  },
  { key: 'summary', label: { ko: '내용', en: 'Summary' }, kind: 'text', sql: 'rows.summary' },
  {
    key: 'nextAction',
    label: { ko: '다음 할 일', en: 'Next action' },
    kind: 'text',
    sql: 'rows.next_action',
  },
];

/** The contacts themselves, the latest first unless told otherwise. */
export function compileInteractionList(query: InteractionsQuery): CompiledQuery {
  const parameters = parameterList();
  const limit = query.limit ?? defaultListLimit;
  const direction = query.order?.direction === 'asc' ? 'ASC' : 'DESC';
  const sql = [
    `SELECT ${columns.map((column) => `${column.sql} AS ${quoted(column.key)}`).join(', ')}`,
    ', customers.code AS "customerDetail", employees.employee_no AS "employeeDetail"',
    'FROM interaction_logs AS rows',
    'JOIN customers ON customers.id = rows.customer_id',
    'JOIN employees ON employees.id = rows.employee_id',
    `WHERE ${interactionConditions(query, query.period, parameters).join(' AND ')}`,
    `ORDER BY rows.occurred_at ${direction}, rows.id`,
    `LIMIT ${parameters.add(limit + 1)}`,
  ].join('\n');
  return {
    sql,
    parameters: parameters.values,
    columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
    details: [
      ['customer', 'customerDetail'],
      ['employee', 'employeeDetail'],
    ],
    notes: [],
    limit,
  };
}
