'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * What agents may read. Their SQL runs as `narutalk_reader`, which owns nothing; the transaction says for whom by
 * `SET LOCAL app.employee_id`. The functions run as the owner, so that a policy can look up what the reader cannot.
 * Each is called once a statement as `(SELECT app.f())`, not once a row.
 */
module.exports = sqlMigration({
  up: `
DO $$ BEGIN
  CREATE ROLE narutalk_reader NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the server, not to this database
END $$;

CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'Who the reader acts for, and what that person may see.';

CREATE FUNCTION app.employee_id() RETURNS integer LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.employee_id', true), '')::integer $$;
COMMENT ON FUNCTION app.employee_id() IS 'The employee this transaction acts for; null: nobody, who sees nothing.';

CREATE FUNCTION app.sees_all_figures() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (
     SELECT FROM employees
     WHERE id = app.employee_id() AND active
       AND (role IN ('analyst', 'admin') OR 'figures.all' = ANY (extra_permissions))) $$;
COMMENT ON FUNCTION app.sees_all_figures() IS 'Analysts, admins and whoever was given that right.';

CREATE FUNCTION app.visible_employees() RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce(array_agg(person.id), '{}')
   FROM employees AS me
   JOIN employees AS person ON person.id = me.id OR (me.role = 'manager' AND person.team = me.team)
   WHERE me.id = app.employee_id() AND me.active $$;
COMMENT ON FUNCTION app.visible_employees() IS 'The employee, and for a manager the people of the team.';

CREATE FUNCTION app.assigned_customers() RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce(array_agg(DISTINCT customer_id), '{}')
   FROM assignment_map
   WHERE employee_id = ANY (app.visible_employees())
     AND (now() AT TIME ZONE 'Asia/Seoul')::date BETWEEN valid_from AND coalesce(valid_to, 'infinity') $$;
COMMENT ON FUNCTION app.assigned_customers() IS 'Customers assigned today (KST) to the visible employees.';

CREATE FUNCTION app.known_customers() RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce(array_agg(customer_id), '{}') FROM (
     SELECT unnest(app.assigned_customers()) AS customer_id
     UNION SELECT customer_id FROM sales_records WHERE employee_id = ANY (app.visible_employees())
     UNION SELECT customer_id FROM interaction_logs WHERE employee_id = ANY (app.visible_employees())) AS known $$;
COMMENT ON FUNCTION app.known_customers() IS 'Assigned customers, and those of the visible employees'' own rows.';

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO narutalk_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO narutalk_reader;
GRANT USAGE ON SCHEMA public TO narutalk_reader;
GRANT SELECT ON customers, products, assignment_map, entity_aliases, sales_records, sales_targets,
  interaction_logs, interaction_products TO narutalk_reader;
GRANT SELECT (id, employee_no, name, role, team, active) ON employees TO narutalk_reader;

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_customers ON customers FOR SELECT TO narutalk_reader USING (
  (SELECT app.sees_all_figures()) OR id = ANY ((SELECT app.known_customers())::integer[]));

ALTER TABLE assignment_map ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_assignment_map ON assignment_map FOR SELECT TO narutalk_reader USING (
  (SELECT app.sees_all_figures()) OR employee_id = ANY ((SELECT app.visible_employees())::integer[]));

ALTER TABLE entity_aliases ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_entity_aliases ON entity_aliases FOR SELECT TO narutalk_reader USING (
  kind <> 'customer' OR (SELECT app.sees_all_figures()) OR entity_id = ANY ((SELECT app.known_customers())::integer[]));

ALTER TABLE sales_records ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_sales_records ON sales_records FOR SELECT TO narutalk_reader USING (
  (SELECT app.sees_all_figures())
  OR employee_id = ANY ((SELECT app.visible_employees())::integer[])
  OR customer_id = ANY ((SELECT app.assigned_customers())::integer[]));

ALTER TABLE sales_targets ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_sales_targets ON sales_targets FOR SELECT TO narutalk_reader USING (
  (SELECT app.sees_all_figures()) OR employee_id = ANY ((SELECT app.visible_employees())::integer[]));

ALTER TABLE interaction_logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_interaction_logs ON interaction_logs FOR SELECT TO narutalk_reader USING (
  (SELECT app.sees_all_figures())
  OR employee_id = ANY ((SELECT app.visible_employees())::integer[])
  OR customer_id = ANY ((SELECT app.assigned_customers())::integer[]));

ALTER TABLE interaction_products ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader_interaction_products ON interaction_products FOR SELECT TO narutalk_reader USING (
  EXISTS (SELECT FROM interaction_logs WHERE interaction_logs.id = interaction_id));

-- Materialized views know no row-level security: the reader sees this one only through the predicate.
CREATE VIEW customer_monthly_performance WITH (security_barrier) AS
SELECT * FROM customer_monthly_performance_mv
WHERE (SELECT app.sees_all_figures())
   OR employee_id = ANY ((SELECT app.visible_employees())::integer[])
   OR customer_id = ANY ((SELECT app.assigned_customers())::integer[]);
COMMENT ON VIEW customer_monthly_performance IS
  'customer_monthly_performance_mv as far as the employee of the transaction may see it.';
GRANT SELECT ON customer_monthly_performance TO narutalk_reader;

-- set_config() would let a query choose another employee; SET LOCAL, which the program uses, does not need it.
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO %I', current_user);
  REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE WARNING 'set_config() is still open to PUBLIC: have a superuser revoke it';
END $$;
`,
  down: `
DROP VIEW customer_monthly_performance;
DROP POLICY reader_interaction_products ON interaction_products;
DROP POLICY reader_interaction_logs ON interaction_logs;
DROP POLICY reader_sales_targets ON sales_targets;
DROP POLICY reader_sales_records ON sales_records;
DROP POLICY reader_entity_aliases ON entity_aliases;
DROP POLICY reader_assignment_map ON assignment_map;
DROP POLICY reader_customers ON customers;
ALTER TABLE interaction_products DISABLE ROW LEVEL SECURITY;
ALTER TABLE interaction_logs DISABLE ROW LEVEL SECURITY;
ALTER TABLE sales_targets DISABLE ROW LEVEL SECURITY;
ALTER TABLE sales_records DISABLE ROW LEVEL SECURITY;
ALTER TABLE entity_aliases DISABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_map DISABLE ROW LEVEL SECURITY;
ALTER TABLE customers DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM narutalk_reader;
REVOKE ALL (id, employee_no, name, role, team, active) ON employees FROM narutalk_reader;
REVOKE USAGE ON SCHEMA public FROM narutalk_reader;
DROP SCHEMA app CASCADE;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC;
`,
});
