import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { TurnChoicesDto } from '../shared/audit';

/** Turns whose values are offered: enough for what is in use, few enough to be read at once. */
const lookedAt = 2_000;
/** Values offered of each kind. */
const offered = 100;

/** What turns are looked for by: `TurnLedger` writes it where a turn begins and ends, and this where it changes later. */
export function createTurnFactRepository(sequelize: Sequelize) {
  return {
    /** What the newest turns have. */
    async choices(): Promise<TurnChoicesDto> {
      const listed = (columns: string) =>
        `(SELECT coalesce(jsonb_agg(value ORDER BY turns DESC, value), '[]') FROM (
           SELECT value, count(*) AS turns FROM newest, ${columns} AS value WHERE value IS NOT NULL
           GROUP BY value ORDER BY turns DESC, value LIMIT ${offered}) AS counted)`;
      const named = (codes: string, table: string, name: string) =>
        `(SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', ${name}) ORDER BY turns DESC, code), '[]') FROM (
           SELECT value, count(*) AS turns FROM newest, unnest(${codes}) AS value
           GROUP BY value ORDER BY turns DESC, value LIMIT ${offered}) AS counted JOIN ${table} ON code = value)`;
      const [choices] = await sequelize.query<TurnChoicesDto>(
        `WITH newest AS MATERIALIZED (SELECT * FROM turn_facts ORDER BY started_at DESC, turn_id DESC LIMIT ${lookedAt})
         SELECT ${listed('unnest(ARRAY[team])')} AS teams,
           ${listed('unnest(tools)')} AS tools,
           ${listed('unnest(ARRAY[model])')} AS models,
           ${listed('unnest(flags)')} AS flags,
           ${named('product_codes', 'products', 'brand')} AS products,
           ${named('customer_codes', 'customers', 'customers.name')} AS customers,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title) ORDER BY title, id), '[]')
            FROM documents WHERE id IN (SELECT unnest(document_ids) FROM newest)) AS documents`,
        { type: QueryTypes.SELECT },
      );
      return choices!;
    },
    /** Replaces the flags of a turn. */
    async setFlags(turnId: string, flags: string[], transaction?: Transaction): Promise<void> {
      await sequelize.query('UPDATE turn_facts SET flags = $flags::text[] WHERE turn_id = $turnId', {
        bind: { turnId, flags: [...new Set(flags)] },
        type: QueryTypes.UPDATE,
        transaction,
      });
    },
  };
}
