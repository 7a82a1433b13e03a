import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { AliasFilter, AliasKind, AliasThingDto } from '../shared/aliases';
import { containing } from './likePattern';

export interface AliasRow extends AliasThingDto {
  alias: string;
  imported: boolean;
  addedAt: Date | null;
}

/** Where a list goes on: after this row. */
export type AliasPlace = Pick<AliasRow, 'alias' | 'kind' | 'code'>;

/** Everything that may have names of its own; employees who left keep theirs. */
const things = `
  SELECT 'customer' AS kind, id, code, name, region AS detail FROM customers
  UNION ALL SELECT 'product', id, code, brand, ingredient FROM products
  UNION ALL SELECT 'employee', id, employee_no, name, team FROM employees`;

/** Names people gave, and those that came with the customers. */
const names = `
  SELECT kind, entity_id, alias, created_at AS added_at FROM entity_aliases
  UNION ALL SELECT 'customer', id, alias, NULL FROM customers CROSS JOIN unnest(aliases) AS alias`;

/** Names people use for customers, products and employees: rows of `entity_aliases`, and `customers.aliases`. */
export function createAliasRepository(sequelize: Sequelize, { EntityAlias }: Models) {
  return {
    /** In the order of the alphabet, after a place. */
    async list(options: AliasFilter & { after?: AliasPlace; limit: number }): Promise<AliasRow[]> {
      const { kind = null, code = null, q, after, limit } = options;
      return sequelize.query<AliasRow>(
        `SELECT thing.kind, thing.code, thing.name, thing.detail, given.alias,
                bool_or(given.added_at IS NULL) AS imported, max(given.added_at) AS "addedAt"
         FROM (${names}) AS given JOIN (${things}) AS thing ON thing.kind = given.kind AND thing.id = given.entity_id
         WHERE ($kind::text IS NULL OR thing.kind = $kind) AND ($code::text IS NULL OR thing.code = $code)
           AND ($pattern::text IS NULL OR given.alias ILIKE $pattern OR thing.name ILIKE $pattern OR thing.code ILIKE $pattern)
           AND ($afterAlias::text IS NULL OR
             (given.alias COLLATE "C", thing.kind COLLATE "C", thing.code COLLATE "C") > ($afterAlias, $afterKind, $afterCode))
         GROUP BY thing.kind, thing.code, thing.name, thing.detail, given.alias
         ORDER BY given.alias COLLATE "C", thing.kind COLLATE "C", thing.code COLLATE "C" LIMIT $limit`,
        {
          bind: {
            ...{ kind, code, limit, pattern: q ? containing(q) : null },
            ...{
              afterAlias: after?.alias ?? null,
              afterKind: after?.kind ?? '',
              afterCode: after?.code ?? '',
            },
          },
          type: QueryTypes.SELECT,
        },
      );
    },
    /** What may be given a name, those first that are called as was asked for. */
    async things(options: { kind: AliasKind; q?: string; limit: number }): Promise<AliasThingDto[]> {
      const { kind, q = '', limit } = options;
      return sequelize.query<AliasThingDto>(
        `SELECT kind, code, name, detail FROM (${things}) AS thing
         WHERE kind = $kind AND (name ILIKE $pattern OR code ILIKE $pattern OR detail ILIKE $pattern)
         ORDER BY name ILIKE $pattern DESC, name COLLATE "C", code COLLATE "C" LIMIT $limit`,
        { bind: { kind, limit, pattern: containing(q) }, type: QueryTypes.SELECT },
      );
    },
    /** What has this code. */
    async thing(kind: AliasKind, code: string): Promise<(AliasThingDto & { id: number }) | null> {
      const [found] = await sequelize.query<AliasThingDto & { id: number }>(
        `SELECT kind, id, code, name, detail FROM (${things}) AS thing WHERE kind = $kind AND code = $code`,
        { bind: { kind, code }, type: QueryTypes.SELECT },
      );
      return found ?? null;
    },
    /** @throws sequelize's UniqueConstraintError when it has the name. @returns when it was added. */
    async add(
      row: { kind: AliasKind; entityId: number; alias: string },
      transaction: Transaction,
    ): Promise<Date> {
      return (await EntityAlias.create(row, { transaction })).createdAt;
    },
    /** Takes a name away, wherever it stands. @returns false when there is no such name. */
    async remove(
      { kind, entityId, alias }: { kind: AliasKind; entityId: number; alias: string },
      transaction: Transaction,
    ): Promise<boolean> {
      const added = await EntityAlias.destroy({ where: { kind, entityId, alias }, transaction });
      if (kind !== 'customer') return added > 0;
      const imported = await sequelize.query(
        `UPDATE customers SET aliases = array_remove(aliases, $alias), updated_at = now()
         WHERE id = $entityId AND $alias = ANY (aliases) RETURNING id`,
        { bind: { entityId, alias }, type: QueryTypes.SELECT, transaction },
      );
      return added + imported.length > 0;
    },
  };
}
