import type { ReaderQuery } from '../storage/database/database';

/** A contact or a sale that a document is linked to, as the reader may see it. */
export interface VisibleTarget {
  id: number;
  day: string;
  employeeName: string;
  /** The kind of contact, or the product that was sold. */
  about: string;
  /** Of the reader, or of somebody of a manager's team. */
  isOwn: boolean;
}

const isOwn = 'employee_id = ANY ((SELECT app.visible_employees())::integer[]) AS "isOwn"';

/** The contacts with a customer among those named that the reader may see. */
export async function visibleInteractions(
  query: ReaderQuery,
  customerId: number,
  ids: number[],
): Promise<VisibleTarget[]> {
  const { rows } = await query(
    `SELECT rows.id, to_char(rows.occurred_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD') AS day,
            employees.name AS "employeeName", rows.type AS about, rows.${isOwn}
     FROM interaction_logs AS rows JOIN employees ON employees.id = rows.employee_id
     WHERE rows.customer_id = $1 AND rows.id = ANY ($2::bigint[])`,
    [customerId, ids],
  );
  return rows as unknown as VisibleTarget[];
}

/** The sales to a customer among those named that the reader may see. */
export async function visibleSales(
  query: ReaderQuery,
  customerId: number,
  ids: number[],
): Promise<VisibleTarget[]> {
  const { rows } = await query(
    `SELECT rows.id, to_char(rows.sold_on, 'YYYY-MM-DD') AS day, employees.name AS "employeeName",
            products.brand AS about, rows.${isOwn}
     FROM sales_records AS rows JOIN employees ON employees.id = rows.employee_id
     JOIN products ON products.id = rows.product_id
     WHERE rows.customer_id = $1 AND rows.id = ANY ($2::bigint[])`,
    [customerId, ids],
  );
  return rows as unknown as VisibleTarget[];
}
