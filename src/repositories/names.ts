import { QueryTypes, type Sequelize } from 'sequelize';

export interface ProductNames {
  code: string;
  brand: string;
  ingredient: string;
  aliases: string[];
}

export interface CustomerNames {
  name: string;
  aliases: string[];
}

/** What products and customers are called, with the names people gave them. */
export function createNameRepository(sequelize: Sequelize) {
  const select = <Row extends object>(sql: string) => sequelize.query<Row>(sql, { type: QueryTypes.SELECT });
  return {
    async products(): Promise<ProductNames[]> {
      return select<ProductNames>(
        `SELECT code, brand, ingredient, ${aliasesOf('product')} AS aliases FROM products AS named ORDER BY code`,
      );
    },
    async customers(): Promise<CustomerNames[]> {
      return select<CustomerNames>(
        `SELECT name, aliases || ${aliasesOf('customer')} AS aliases FROM customers AS named ORDER BY code`,
      );
    },
  };
}

export type NameRepository = ReturnType<typeof createNameRepository>;

function aliasesOf(kind: 'product' | 'customer'): string {
  return `ARRAY (SELECT alias FROM entity_aliases WHERE kind = '${kind}' AND entity_id = named.id ORDER BY alias)`;
}
