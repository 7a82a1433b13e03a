import type { ImportKind } from '../../shared/imports';
import { importTargets, stagedColumn, type ImportTarget } from './importTargets';

/** What of a kind a file brings, as SQL is made for it. */
export interface Merge {
  kind: ImportKind;
  /** The kind's columns that the file has: what it has not stays as it is. */
  columns: string[];
}

/**
 * The rows of a file beside what is there: keys of what their codes stand for, the row of the same natural key, and
 * whether it would change. Everything that follows works on this table.
 */
export function resolve(merge: Merge, staging: string): string {
  const target = importTargets[merge.kind];
  const ids = target.references.map(({ column }, at) => `, reference_${at}.id AS ${column}`);
  const joins = target.references.map(
    ({ from, table, code }, at) =>
      `LEFT JOIN ${table} reference_${at} ON reference_${at}.${code} = staged.${stagedColumn(from)}`,
  );
  const values = valuesOf(merge);
  const isSame =
    values.length === 0
      ? 'true'
      : values.map((value) => `${currentOf(value)} IS NOT DISTINCT FROM ${value.staged}`).join(' AND ');
  return `
    CREATE TEMP TABLE resolved ON COMMIT DROP AS
    SELECT s.*, t.id AS existing_id, t.import_batch_id AS existing_batch_id, (t.id IS NOT NULL AND ${isSame}) AS unchanged
    FROM (SELECT staged.*${ids.join('')} FROM ${staging} staged ${joins.join(' ')}) AS s
    LEFT JOIN ${target.table} t ON ${keyEquals(target)}`;
}

/** Rows that cannot be taken, with the reason; a row may have several. */
export const refusedTable =
  'CREATE TEMP TABLE refused (row_number integer, column_name text, code text, facts jsonb) ON COMMIT DROP';

/** Statements that find them, in order: later ones may count on what earlier ones refused. */
export function refusals({ kind }: Merge): string[] {
  const target = importTargets[kind];
  return [
    ...target.references.map(
      ({ from, column }) => `
        INSERT INTO refused
        SELECT row_number, '${from}', 'unknown_code', jsonb_build_object('value', ${stagedColumn(from)})
        FROM resolved WHERE ${stagedColumn(from)} IS NOT NULL AND ${column} IS NULL`,
    ),
    refuseRepeated(target),
    `INSERT INTO refused SELECT row_number, NULL, 'already_in_import', NULL FROM resolved
     WHERE existing_batch_id = $batch`,
    ...(kindRefusals[kind] ?? []),
  ];
}

function refuseRepeated(target: ImportTarget): string {
  const parts = target.key.map(({ staged }, at) => `${staged} AS part_${at}`);
  const groups = target.key.map((_part, at) => at + 2);
  const equal = target.key.map(({ staged, nullable }, at) =>
    nullable ? `${staged} IS NOT DISTINCT FROM part_${at}` : `${staged} = part_${at}`,
  );
  const known = target.references.filter(({ column }) => isNeeded(target, column));
  const isKnown = known.map(({ column }) => `s.${column} IS NOT NULL`).join(' AND ') || 'true';
  return `
    INSERT INTO refused
    SELECT s.row_number, NULL, 'duplicate_in_file', jsonb_build_object('row', repeated.first_row)
    FROM (SELECT min(s.row_number) AS first_row, ${parts.join(', ')} FROM resolved s WHERE ${isKnown}
          GROUP BY ${groups.join(', ')} HAVING count(*) > 1) AS repeated
    JOIN resolved s ON ${equal.join(' AND ')}
    WHERE s.row_number > repeated.first_row`;
}

function isNeeded({ key }: ImportTarget, column: string): boolean {
  return key.some((part) => part.column === column && !part.nullable);
}

const notRefused = 'NOT EXISTS (SELECT FROM refused r WHERE r.row_number = s.row_number)';

/** What only some kinds ask. */
const kindRefusals: Partial<Record<ImportKind, string[]>> = {
  interactions: [
    `INSERT INTO refused
     SELECT s.row_number, 'productCodes', 'unknown_code', jsonb_build_object('value', string_agg(given.code, ', '))
     FROM resolved s CROSS JOIN unnest(s.product_codes) AS given (code)
     WHERE NOT EXISTS (SELECT FROM products p WHERE p.code = given.code)
     GROUP BY s.row_number`,
  ],
  employees: [
    `INSERT INTO refused
     SELECT s.row_number, 'email', 'email_taken', jsonb_build_object('value', s.email)
     FROM resolved s WHERE EXISTS (
       SELECT FROM employees e WHERE lower(e.email) = lower(s.email) AND e.employee_no <> s.employee_no)`,
    `INSERT INTO refused
     SELECT s.row_number, 'email', 'email_taken', jsonb_build_object('value', s.email)
     FROM (SELECT *, row_number() OVER (PARTITION BY lower(email) ORDER BY row_number) AS place
           FROM resolved s WHERE ${notRefused}) AS s
     WHERE place > 1`,
    `INSERT INTO refused
     SELECT s.row_number, 'role', 'last_admin', NULL
     FROM resolved s JOIN employees e ON e.id = s.existing_id
     WHERE e.active AND e.role = 'admin' AND s.role <> 'admin' AND ${notRefused}
       AND NOT EXISTS (
         SELECT FROM employees other
         WHERE other.active AND other.role = 'admin'
           AND NOT EXISTS (SELECT FROM resolved leaving WHERE leaving.existing_id = other.id AND leaving.role <> 'admin'))`,
  ],
  assignments: [
    // Against what stays as it is.
    `INSERT INTO refused
     SELECT s.row_number, 'validFrom', 'period_overlaps', NULL
     FROM resolved s
     WHERE ${notRefused} AND EXISTS (
       SELECT FROM assignment_map t
       WHERE t.employee_id = s.employee_id AND t.customer_id = s.customer_id
         AND NOT EXISTS (SELECT FROM resolved other WHERE other.existing_id = t.id)
         AND daterange(t.valid_from, t.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]'))`,
    // Among themselves the first one counts.
    `INSERT INTO refused
     SELECT DISTINCT s.row_number, 'validFrom', 'period_overlaps', NULL::jsonb
     FROM resolved s
     JOIN resolved first ON first.employee_id = s.employee_id AND first.customer_id = s.customer_id
       AND first.row_number < s.row_number
       AND daterange(first.valid_from, first.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]')
     WHERE ${notRefused}
       AND NOT EXISTS (SELECT FROM refused r WHERE r.row_number = first.row_number)`,
  ],
};

/**
 * A row that was to change an assignment and is refused leaves it as it was, in the way of others: to be repeated until it
 * refuses nothing.
 */
export const refuseBehindKept = `INSERT INTO refused
     SELECT DISTINCT s.row_number, 'validFrom', 'period_overlaps', NULL::jsonb
     FROM resolved s
     JOIN resolved kept ON kept.existing_id IS NOT NULL AND kept.row_number <> s.row_number
       AND EXISTS (SELECT FROM refused r WHERE r.row_number = kept.row_number)
     JOIN assignment_map t ON t.id = kept.existing_id AND t.employee_id = s.employee_id
       AND t.customer_id = s.customer_id
       AND daterange(t.valid_from, t.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]')
     WHERE ${notRefused}`;

/** Keeps the refused rows, as they were understood, and takes them out. */
export function setRefusedAside({ kind }: Merge): string[] {
  const cells = importTargets[kind].staged.map(([from, type]) => `'${from}', ${asCell(from, type)}`);
  return [
    `INSERT INTO import_rejects (batch_id, row_number, cells, errors)
     SELECT $batch, s.row_number, jsonb_strip_nulls(jsonb_build_object(${cells.join(', ')})), r.errors
     FROM resolved s JOIN (
       SELECT row_number, jsonb_agg(jsonb_build_object(
                'row', row_number, 'column', column_name, 'code', code, 'facts', coalesce(facts, '{}'))) AS errors
       FROM refused GROUP BY row_number) AS r ON r.row_number = s.row_number
     ON CONFLICT (batch_id, row_number) DO UPDATE SET cells = excluded.cells, errors = excluded.errors`,
    'DELETE FROM resolved s USING refused r WHERE r.row_number = s.row_number',
  ];
}

function asCell(from: string, type: string): string {
  const column = `s.${stagedColumn(from)}`;
  if (type === 'text[]') return `array_to_string(${column}, ';')`;
  if (type === 'timestamptz')
    return `to_char(${column} AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD"T"HH24:MI:SS"+09:00"')`;
  return `${column}::text`;
}

/** How many rows are new, change something, or change nothing. */
export const countRows = `
  SELECT count(*) FILTER (WHERE existing_id IS NULL)::int AS inserted,
         count(*) FILTER (WHERE existing_id IS NOT NULL AND NOT unchanged)::int AS updated,
         count(*) FILTER (WHERE unchanged)::int AS unchanged
  FROM resolved`;

/** Keeps what the rows to be changed are now. */
export function keepChanges(merge: Merge): string {
  const target = importTargets[merge.kind];
  const values = valuesOf(merge);
  const before = values.map((value) => `'${value.column}', ${currentOf(value)}`);
  const after = values.map((value) => `'${value.column}', ${value.staged}`);
  if (target.hasUpdatedAt) before.push(`'updated_at', t.updated_at`);
  return `
    INSERT INTO import_changes (batch_id, row_id, previous_batch_id, before, after)
    SELECT $batch, t.id, t.import_batch_id, jsonb_build_object(${before.join(', ')}), jsonb_build_object(${after.join(', ')})
    FROM resolved s JOIN ${target.table} t ON t.id = s.existing_id
    WHERE NOT s.unchanged`;
}

export function update(merge: Merge): string {
  const target = importTargets[merge.kind];
  const values = valuesOf(merge).filter(({ current }) => !current);
  const changes = values.map(({ column, staged }) => `${column} = ${staged}`);
  if (target.hasUpdatedAt) changes.push('updated_at = now()');
  return `
    UPDATE ${target.table} t SET ${[...changes, 'import_batch_id = $batch'].join(', ')}
    FROM resolved s WHERE t.id = s.existing_id AND NOT s.unchanged`;
}

/** In the order of the key, so that neighbours come into the same pages of its index. */
export function insert({ kind }: Merge): string {
  const target = importTargets[kind];
  const own = [...target.key, ...target.values.filter(({ current }) => !current)];
  return `
    INSERT INTO ${target.table} (${own.map(({ column }) => column).join(', ')}, import_batch_id)
    SELECT ${own.map(({ staged }) => staged).join(', ')}, $batch::uuid
    FROM resolved s WHERE s.existing_id IS NULL
    ORDER BY ${target.key.map(({ staged }) => staged).join(', ')}`;
}

/** The products of contacts, which stand in a table of their own; rows of this import are found by their key. */
export function linkProducts({ columns, kind }: Merge): string[] {
  if (kind !== 'interactions' || !columns.includes('productCodes')) return [];
  const target = importTargets.interactions;
  return [
    `DELETE FROM interaction_products USING resolved s WHERE interaction_id = s.existing_id AND NOT s.unchanged`,
    `INSERT INTO interaction_products (interaction_id, product_id)
     SELECT t.id, p.id
     FROM resolved s JOIN interaction_logs t ON ${keyEquals(target)}
     JOIN products p ON p.code = ANY (s.product_codes)
     WHERE NOT s.unchanged`,
  ];
}

function valuesOf({ kind, columns }: Merge) {
  return importTargets[kind].values.filter(({ from }) => columns.includes(from));
}

export function currentOf(value: { column: string; current?: string }): string {
  return value.current ?? `t.${value.column}`;
}

/** The row `t` of the target that has the natural key of the staged row `s`. */
function keyEquals({ key }: ImportTarget): string {
  return key
    .map(({ column, staged, nullable }) =>
      nullable ? `t.${column} IS NOT DISTINCT FROM ${staged}` : `t.${column} = ${staged}`,
    )
    .join(' AND ');
}
