/** Days of sales, up to yesterday. */
const days = 730;
const people = 250;
const customers = 5_000;
const products = 40;

/**
 * Fills a migrated, empty database with a company and `rows` sales in the order of time, made by the database itself. Keys
 * and indexes are put away meanwhile and made again, which is what a load of that size does. Each customer has one rep, who
 * saw it twice a month.
 */
export async function fillWithSales(sequelize, rows) {
  const run = (sql) => sequelize.query(sql);
  await run(`
    INSERT INTO employees (employee_no, name, email, role, team)
    SELECT 'B' || n, '직원 ' || n, 'b' || n || '@bench.example', CASE WHEN n > ${people} THEN 'analyst' ELSE 'rep' END,
           '영업' || n % 25 || '팀'
    FROM generate_series(1, ${people + 1}) AS n;
    INSERT INTO products (code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
    SELECT 'P' || n, '제품 ' || n, '성분', true, '고혈압', 100 FROM generate_series(1, ${products}) AS n;
    INSERT INTO customers (code, name, type) SELECT 'C' || n, '거래처 ' || n, '의원' FROM generate_series(1, ${customers}) AS n;
    INSERT INTO assignment_map (employee_id, customer_id, valid_from)
    SELECT 1 + id % ${people}, id, '2020-01-01' FROM customers;
    INSERT INTO interaction_logs (employee_id, customer_id, type, occurred_at, summary)
    SELECT 1 + id % ${people}, id, '방문', date_trunc('day', now()) - n * interval '15 days', '방문'
    FROM customers, generate_series(1, 48) AS n`);
  const putBack = await putAwayKeys(sequelize, 'sales_records');
  await run(`
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, line_no, quantity, amount)
    SELECT current_date - ${days} + (n * ${days}::bigint / ${rows})::integer, 1 + customer % ${people}, customer,
           1 + (n * 7 + n / 11) % ${products}, 1 + n / ${customers}, 1 + n % 30, (1 + n % 30) * (100 + n % 900)
    FROM (SELECT n, 1 + n % ${customers} AS customer FROM generate_series(0, ${rows - 1}) AS n) AS numbered`);
  await putBack();
  await run('VACUUM (ANALYZE) sales_records');
  await run('REFRESH MATERIALIZED VIEW customer_monthly_performance_mv');
  await run('VACUUM (ANALYZE)');
}

/** Takes foreign keys, unique keys and indexes off a table, but for its primary key. @returns what makes them again. */
export async function putAwayKeys(sequelize, table) {
  const [constraints] = await sequelize.query(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = '${table}'::regclass AND contype IN ('f', 'u')`,
  );
  for (const { name } of constraints) await sequelize.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const [indexes] = await sequelize.query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = '${table}'::regclass AND NOT indisprimary`,
  );
  for (const { name } of indexes) await sequelize.query(`DROP INDEX ${name}`);
  return async () => {
    // In one message, so that the setting is of the connection that builds.
    for (const { definition } of indexes)
      await sequelize.query(`SET maintenance_work_mem = '1GB'; ${definition}; RESET maintenance_work_mem`);
    for (const { name, definition } of constraints) {
      await sequelize.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
  };
}
