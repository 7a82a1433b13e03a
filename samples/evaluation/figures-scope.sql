-- What stands before every gold statement: the base tables with their names joined, as far as :me may see them on :today.
-- A rep sees own rows and all rows of customers assigned to him today; a manager the team's people and their customers;
-- analysts all. :scope is 'contract' for that; other values ('own', 'team', 'all') give the rows somebody might take
-- instead, by which a silently wrong scope is recognised.
WITH me AS (
  SELECT id, role, team FROM employees WHERE id = :me
),
people AS (
  SELECT e.id, e.name AS employee, e.team, e.role
  FROM employees e, me
  WHERE CASE :scope
    WHEN 'own' THEN e.id = me.id
    WHEN 'team' THEN e.team = me.team
    WHEN 'all' THEN TRUE
    ELSE me.role IN ('analyst', 'admin') OR e.id = me.id OR (me.role = 'manager' AND e.team = me.team)
  END
),
-- Who looks after which customer today: employee_id, employee, team, customer_id, customer, type, region, grade.
assigned AS (
  SELECT a.employee_id, people.employee, people.team, c.id AS customer_id, c.name AS customer, c.type, c.region, c.grade
  FROM assignment_map a
  JOIN people ON people.id = a.employee_id
  JOIN customers c ON c.id = a.customer_id
  WHERE a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)
),
-- Sales: day, quantity, amount and the names of who, where and what.
sales AS (
  SELECT s.sold_on AS day, s.quantity, s.amount, s.employee_id, e.name AS employee, e.team,
    s.customer_id, c.code AS customer_code, c.name AS customer, c.type, c.region, c.grade,
    s.product_id, p.brand AS product, p.ingredient, p.therapeutic_class AS class, p.reimbursed
  FROM sales_records s
  JOIN employees e ON e.id = s.employee_id
  JOIN customers c ON c.id = s.customer_id
  JOIN products p ON p.id = s.product_id
  WHERE s.employee_id IN (SELECT id FROM people)
     OR (:scope <> 'own' AND s.customer_id IN (SELECT customer_id FROM assigned))
),
-- Monthly targets: month (its first day), amount, of whom and of which product.
targets AS (
  SELECT t.month, t.amount, t.employee_id, people.employee, people.team, t.product_id, p.brand AS product,
    p.ingredient, p.therapeutic_class AS class, p.reimbursed
  FROM sales_targets t
  JOIN people ON people.id = t.employee_id
  LEFT JOIN products p ON p.id = t.product_id
),
-- Visits and other contacts: id, day (Korean), kind, and the names of who and where.
contacts AS (
  SELECT i.id, (i.occurred_at AT TIME ZONE 'Asia/Seoul')::date AS day, i.type AS kind, i.summary, i.next_action,
    i.employee_id, e.name AS employee, e.team,
    i.customer_id, c.code AS customer_code, c.name AS customer, c.type, c.region, c.grade
  FROM interaction_logs i
  JOIN employees e ON e.id = i.employee_id
  JOIN customers c ON c.id = i.customer_id
  WHERE i.employee_id IN (SELECT id FROM people)
     OR (:scope <> 'own' AND i.customer_id IN (SELECT customer_id FROM assigned))
)
