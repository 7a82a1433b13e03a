import { AppError } from '../errors';
import { mayChange, type DocumentLinks } from '../relations/documentLinks';
import { visibleCustomer } from '../relations/visibleCustomer';
import type { CustomerSheetDto, CustomerVisitDto } from '../shared/statistics';
import type { ReaderQuery } from '../storage/database/database';
import { figuresFor, readFor, todayOf, type Reader, type StatisticsParts } from './context';
import { trendTable } from './monthlyTables';
import { daysOf, monthsOf, usualTrendMonths } from './months';

/** Contacts on a sheet: what a person reads before the next one. */
const shownVisits = 10;

type Assigned = CustomerSheetDto['assigned'][number];

/**
 * What the reader may know of a customer: its data, a year of sales, what it buys, the latest contacts, and the documents
 * that belong to it.
 * @throws AppError `not_found` for a customer that is not there or not the reader's to see.
 */
export async function readCustomerSheet(
  code: string,
  reader: Reader,
  parts: StatisticsParts & { documentLinks: DocumentLinks },
): Promise<CustomerSheetDto> {
  const today = todayOf(reader);
  const months = monthsOf({}, today, usualTrendMonths);
  const period = daysOf(months, today);
  const { customer, assigned, visits } = await readFor(reader, parts, async (query) => {
    const found = await visibleCustomer(query, code);
    if (!found) throw new AppError('not_found');
    return {
      customer: found,
      assigned: await readAssigned(query, found.id),
      visits: await readVisits(query, found.id, reader),
    };
  });
  const filters = { customers: [customer.code] };
  const trend = await trendTable({ months, scope: { whose: 'all' }, customer }, reader, parts);
  const products = await figuresFor(
    {
      subject: 'sales',
      query: { period, filters, metrics: ['amount', 'quantity', 'share'], dimensions: ['product'] },
    },
    reader,
    parts,
  );
  const contacts = await figuresFor(
    { subject: 'interactions', query: { period, filters, metrics: ['contacts'] } },
    reader,
    parts,
  );
  const { id: _id, isAssigned, ...shown } = customer;
  return {
    ...{ scope: trend.scope, period, definition: trend.definition, asOf: today },
    freshness: await parts.freshness(),
    customer: shown,
    assigned,
    amount: trend.rows.reduce((sum, { amount }) => sum + Number(amount), 0),
    trend,
    products: products.table,
    visits,
    visitCount: Number(contacts.table.rows[0]?.contacts ?? 0),
    documents: await parts.documentLinks.ofCustomer(reader.actor, code),
    mayLink: mayChange(reader.actor, isAssigned),
  };
}

async function readAssigned(query: ReaderQuery, customerId: number): Promise<Assigned[]> {
  const { rows } = await query(
    `SELECT employees.employee_no AS "employeeNo", employees.name, employees.team,
            to_char(rows.valid_from, 'YYYY-MM-DD') AS since
     FROM assignment_map AS rows JOIN employees ON employees.id = rows.employee_id
     WHERE rows.customer_id = $1
       AND (now() AT TIME ZONE 'Asia/Seoul')::date BETWEEN rows.valid_from AND coalesce(rows.valid_to, 'infinity')
     ORDER BY employees.employee_no`,
    [customerId],
  );
  return rows as unknown as Assigned[];
}

async function readVisits(
  query: ReaderQuery,
  customerId: number,
  { actor }: Reader,
): Promise<CustomerVisitDto[]> {
  const { rows } = await query(
    `SELECT rows.id, to_char(rows.occurred_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD"T"HH24:MI:SS"+09:00"') AS "occurredAt",
            rows.type, employees.name AS "employeeName", rows.summary, rows.next_action AS "nextAction",
            ARRAY (SELECT products.brand FROM interaction_products AS link JOIN products ON products.id = link.product_id
                   WHERE link.interaction_id = rows.id ORDER BY products.brand) AS products,
            rows.employee_id = ANY ((SELECT app.visible_employees())::integer[]) AS "isOwn"
     FROM interaction_logs AS rows JOIN employees ON employees.id = rows.employee_id
     WHERE rows.customer_id = $1
     ORDER BY rows.occurred_at DESC, rows.id DESC LIMIT $2`,
    [customerId, shownVisits],
  );
  return (rows as unknown as (Omit<CustomerVisitDto, 'mayLink'> & { isOwn: boolean })[]).map(
    ({ isOwn, ...visit }) => ({ ...visit, mayLink: mayChange(actor, isOwn) }),
  );
}
