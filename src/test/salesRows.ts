import type { Services } from '../services';

/** A product and customers `C1`, `C2` ... of somebody, each with one sale on a day; the last sells the most. */
export async function addCustomersWithSales(
  { database }: Pick<Services, 'database'>,
  options: { employeeId: number; count: number; soldOn: string },
): Promise<void> {
  const bind = { ...options };
  const { sequelize } = database;
  await sequelize.query(
    `INSERT INTO products (code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
     VALUES ('P1', '나루시험정', '시험', true, '고혈압', 100) ON CONFLICT DO NOTHING`,
  );
  await sequelize.query(
    `INSERT INTO customers (code, name, type) SELECT 'C' || n, '시험의원 ' || n, '의원'
     FROM generate_series(1, $count) AS n`,
    { bind },
  );
  await sequelize.query(
    `INSERT INTO assignment_map (employee_id, customer_id, valid_from)
     SELECT $employeeId, id, '2020-01-01' FROM customers WHERE code ~ '^C[0-9]+$'`,
    { bind },
  );
  await sequelize.query(
    `INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
     SELECT $soldOn, $employeeId, customers.id, products.id, 1, substr(customers.code, 2)::integer * 1000
     FROM customers, products WHERE customers.code ~ '^C[0-9]+$' AND products.code = 'P1'`,
    { bind },
  );
}
