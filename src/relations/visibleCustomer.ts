import type { ReaderQuery } from '../storage/database/database';

/** A customer as the reader may see it. */
export interface VisibleCustomer {
  id: number;
  code: string;
  name: string;
  type: string;
  region: string | null;
  address: string | null;
  grade: string | null;
  aliases: string[];
  /** Looked after today by the reader, or by somebody of the reader's team. */
  isAssigned: boolean;
}

/** A customer by its code, under the reader's rights; null: not there, or not for this reader. */
export async function visibleCustomer(query: ReaderQuery, code: string): Promise<VisibleCustomer | null> {
  const { rows } = await query(
    `SELECT id, code, name, type, region, address, grade, aliases,
            id = ANY ((SELECT app.assigned_customers())::integer[]) AS "isAssigned"
     FROM customers WHERE code = $1`,
    [code],
  );
  return (rows[0] as unknown as VisibleCustomer | undefined) ?? null;
}
