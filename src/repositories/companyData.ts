import { QueryTypes, type Sequelize } from 'sequelize';

/** Rows as they come from a file: people, customers and products by the codes the company gives. */
export interface CustomerRow {
  code: string;
  name: string;
  type: string;
  region: string;
  address: string;
  grade: string;
  aliases: string[];
}
export interface ProductRow {
  code: string;
  brand: string;
  ingredient: string;
  reimbursed: boolean;
  therapeuticClass: string;
  unitPrice: number;
}
export interface AssignmentRow {
  employeeNo: string;
  customerCode: string;
  validFrom: string;
  validTo: string | null;
}
export interface SalesRow {
  soldOn: string;
  employeeNo: string;
  customerCode: string;
  productCode: string;
  lineNo: number;
  quantity: number;
  amount: number;
}
export interface TargetRow {
  month: string;
  employeeNo: string;
  productCode: string | null;
  amount: number;
}
export interface InteractionRow {
  employeeNo: string;
  customerCode: string;
  occurredAt: string;
  type: string;
  summary: string;
  nextAction: string | null;
  productCodes: string[];
}

/**
 * Adds the company's data in sets, one statement each. Rows whose natural key is there already are left as they are, so
 * that a repeated load adds nothing.
 */
export function createCompanyDataRepository(sequelize: Sequelize) {
  const insert = async (sql: string, rows: object[]): Promise<void> => {
    if (rows.length === 0) return;
    await sequelize.query(sql, { bind: { rows: JSON.stringify(rows) }, type: QueryTypes.SELECT });
  };

  return {
    addCustomers: (rows: CustomerRow[]) =>
      insert(
        `INSERT INTO customers (code, name, type, region, address, grade, aliases)
         SELECT code, name, type, region, address, grade, ARRAY(SELECT jsonb_array_elements_text(aliases))
         FROM jsonb_to_recordset($rows::jsonb)
           AS given (code text, name text, type text, region text, address text, grade text, aliases jsonb)
         ON CONFLICT (code) DO NOTHING`,
        rows,
      ),
    addProducts: (rows: ProductRow[]) =>
      insert(
        `INSERT INTO products (code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
         SELECT code, brand, ingredient, reimbursed, "therapeuticClass", "unitPrice"
         FROM jsonb_to_recordset($rows::jsonb) AS given
           (code text, brand text, ingredient text, reimbursed boolean, "therapeuticClass" text, "unitPrice" bigint)
         ON CONFLICT (code) DO NOTHING`,
        rows,
      ),
    addAssignments: (rows: AssignmentRow[]) =>
      insert(
        `INSERT INTO assignment_map (employee_id, customer_id, valid_from, valid_to)
         SELECT e.id, c.id, "validFrom", "validTo"
         FROM jsonb_to_recordset($rows::jsonb)
           AS given ("employeeNo" text, "customerCode" text, "validFrom" date, "validTo" date)
         JOIN employees e ON e.employee_no = "employeeNo" JOIN customers c ON c.code = "customerCode"
         ON CONFLICT DO NOTHING`,
        rows,
      ),
    addSales: (rows: SalesRow[]) =>
      insert(
        `INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, line_no, quantity, amount, source)
         SELECT "soldOn", e.id, c.id, p.id, "lineNo", quantity, given.amount, 'sample'
         FROM jsonb_to_recordset($rows::jsonb) AS given
           ("soldOn" date, "employeeNo" text, "customerCode" text, "productCode" text, "lineNo" integer,
            quantity integer, amount bigint)
         JOIN employees e ON e.employee_no = "employeeNo" JOIN customers c ON c.code = "customerCode"
         JOIN products p ON p.code = "productCode"
         ON CONFLICT DO NOTHING`,
        rows,
      ),
    addTargets: (rows: TargetRow[]) =>
      insert(
        `INSERT INTO sales_targets (month, employee_id, product_id, amount)
         SELECT month, e.id, p.id, given.amount
         FROM jsonb_to_recordset($rows::jsonb)
           AS given (month date, "employeeNo" text, "productCode" text, amount bigint)
         JOIN employees e ON e.employee_no = "employeeNo" LEFT JOIN products p ON p.code = "productCode"
         ON CONFLICT DO NOTHING`,
        rows,
      ),
    addInteractions: (rows: InteractionRow[]) =>
      insert(
        `WITH given AS (
           SELECT * FROM jsonb_to_recordset($rows::jsonb) AS given
             ("employeeNo" text, "customerCode" text, "occurredAt" timestamptz, type text, summary text,
              "nextAction" text, "productCodes" jsonb)
         ), added AS (
           INSERT INTO interaction_logs (employee_id, customer_id, type, occurred_at, summary, next_action)
           SELECT e.id, c.id, given.type, "occurredAt", summary, "nextAction"
           FROM given JOIN employees e ON e.employee_no = "employeeNo" JOIN customers c ON c.code = "customerCode"
           ON CONFLICT DO NOTHING
           RETURNING id, employee_id, customer_id, type, occurred_at
         )
         INSERT INTO interaction_products (interaction_id, product_id)
         SELECT DISTINCT added.id, p.id
         FROM added
         JOIN employees e ON e.id = added.employee_id JOIN customers c ON c.id = added.customer_id
         JOIN given ON given."employeeNo" = e.employee_no AND given."customerCode" = c.code
           AND given.type = added.type AND given."occurredAt" = added.occurred_at
         JOIN products p ON given."productCodes" ? p.code`,
        rows,
      ),
    /**
     * Links contacts of the sample company after a day (null: all) to the documents they speak of: a visit or seminar whose
     * note mentions material, about a product that a document valid on that day is about. Customers of the first grade have the
     * price notices. @returns how many were added.
     */
    async addDocumentLinks(after: string | null): Promise<number> {
      const [row] = await sequelize.query<{ count: number }>(
        `WITH used AS (
           INSERT INTO document_interaction_map (document_id, interaction_id, created_by, created_at)
           SELECT DISTINCT ON (i.id) d.id, i.id, i.employee_id, i.occurred_at
           FROM interaction_logs i
           JOIN interaction_products link ON link.interaction_id = i.id
           JOIN products p ON p.id = link.product_id
           JOIN documents d ON p.code = ANY (d.product_codes) AND d.doc_type IN ('product-info', 'clinical-summary', 'qna')
             AND d.superseded_at IS NULL AND d.indexed_at IS NOT NULL
             AND (i.occurred_at AT TIME ZONE 'Asia/Seoul')::date
               BETWEEN coalesce(d.valid_from, '-infinity') AND coalesce(d.valid_to, 'infinity')
           WHERE i.type IN ('방문', '세미나') AND concat(i.summary, i.next_action) ~ '자료|요약|안내문|용량표|표로'
             AND ($after::date IS NULL OR (i.occurred_at AT TIME ZONE 'Asia/Seoul')::date > $after)
           ORDER BY i.id, d.title
           ON CONFLICT DO NOTHING RETURNING 1
         ), noticed AS (
           INSERT INTO document_sales_map (document_id, customer_id)
           SELECT d.id, c.id FROM documents d JOIN customers c ON c.grade = 'A'
           WHERE $after::date IS NULL AND d.doc_type = 'price-notice' AND d.superseded_at IS NULL
             AND (now() AT TIME ZONE 'Asia/Seoul')::date
               BETWEEN coalesce(d.valid_from, '-infinity') AND coalesce(d.valid_to, 'infinity')
           ON CONFLICT DO NOTHING RETURNING 1
         )
         SELECT (SELECT count(*) FROM used)::integer + (SELECT count(*) FROM noticed)::integer AS count`,
        { bind: { after }, type: QueryTypes.SELECT },
      );
      return row!.count;
    },
    /** The last day with a sale; null when there is none. */
    async lastSaleDay(): Promise<string | null> {
      const [row] = await sequelize.query<{ day: string | null }>(
        'SELECT max(sold_on) AS day FROM sales_records',
        {
          type: QueryTypes.SELECT,
        },
      );
      return row?.day ?? null;
    },
  };
}
