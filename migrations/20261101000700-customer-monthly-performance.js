'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

module.exports = sqlMigration({
  up: `
CREATE MATERIALIZED VIEW customer_monthly_performance_mv AS
SELECT month, customer_id, employee_id,
       sum(quantity)::bigint AS quantity,
       sum(amount)::bigint AS amount,
       sum(sales_count)::integer AS sales_count,
       sum(interaction_count)::integer AS interaction_count
FROM (
  SELECT date_trunc('month', sold_on)::date AS month, customer_id, employee_id,
         quantity, amount, 1 AS sales_count, 0 AS interaction_count
  FROM sales_records
  UNION ALL
  SELECT date_trunc('month', occurred_at AT TIME ZONE 'Asia/Seoul')::date, customer_id, employee_id, 0, 0, 0, 1
  FROM interaction_logs
) AS activity
GROUP BY month, customer_id, employee_id;

CREATE UNIQUE INDEX customer_monthly_performance_mv_key
  ON customer_monthly_performance_mv (month, customer_id, employee_id);
CREATE INDEX customer_monthly_performance_mv_customer_idx ON customer_monthly_performance_mv (customer_id, month);
CREATE INDEX customer_monthly_performance_mv_employee_idx ON customer_monthly_performance_mv (employee_id, month);

COMMENT ON MATERIALIZED VIEW customer_monthly_performance_mv IS
  'Sales and contacts by month (KST), customer and employee. Refreshed concurrently after an import.';
COMMENT ON COLUMN customer_monthly_performance_mv.month IS 'First day of the month.';
COMMENT ON COLUMN customer_monthly_performance_mv.customer_id IS 'The customer.';
COMMENT ON COLUMN customer_monthly_performance_mv.employee_id IS 'Who sold or was in contact.';
COMMENT ON COLUMN customer_monthly_performance_mv.quantity IS 'Units sold.';
COMMENT ON COLUMN customer_monthly_performance_mv.amount IS 'KRW sold.';
COMMENT ON COLUMN customer_monthly_performance_mv.sales_count IS 'Sales rows.';
COMMENT ON COLUMN customer_monthly_performance_mv.interaction_count IS 'Contacts of any kind.';
`,
  down: 'DROP MATERIALIZED VIEW customer_monthly_performance_mv;',
});
