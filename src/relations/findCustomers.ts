import type { Actor } from '../policies/actor';
import type { CustomerDto } from '../shared/customers';
import type { ReadAs } from '../storage/database/database';

/** Milliseconds the list may take: of a rep it also reads whose rows are whose. */
const readTimeoutMs = 5_000;

/** Where a list goes on: after this customer. */
export type CustomerPlace = Pick<CustomerDto, 'name' | 'code'>;

interface Asked {
  /** As a LIKE pattern; null: all. */
  pattern: string | null;
  after?: CustomerPlace;
  limit: number;
}

/** Customers by name, of those the reader may see; others are not there. */
export async function findCustomers(
  { pattern, after, limit }: Asked,
  actor: Actor,
  readAs: ReadAs,
): Promise<CustomerDto[]> {
  const { rows } = await readAs(
    actor.id,
    (query) => query(customersSql, [pattern, after?.name ?? null, after?.code ?? '', limit]),
    { timeoutMs: readTimeoutMs },
  );
  return rows as unknown as CustomerDto[];
}

const customersSql = `
  SELECT code, name, type, region, grade, aliases,
         id = ANY ((SELECT app.assigned_customers())::integer[]) AS "isAssigned"
  FROM customers
  WHERE ($1::text IS NULL OR name ILIKE $1 OR code ILIKE $1 OR region ILIKE $1
         OR EXISTS (SELECT FROM unnest(aliases) AS alias WHERE alias ILIKE $1)
         OR id IN (SELECT entity_id FROM entity_aliases WHERE kind = 'customer' AND alias ILIKE $1))
    AND ($2::text IS NULL OR (name COLLATE "C", code COLLATE "C") > ($2, $3::text))
  ORDER BY name COLLATE "C", code COLLATE "C" LIMIT $4::integer`;
