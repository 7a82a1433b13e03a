import type { ImportKind } from '../../shared/imports';

/** A code of a file that stands for a row of another table. */
interface Reference {
  /** Our name of the column with the code. */
  from: string;
  /** Column of the target that gets the row's key. */
  column: string;
  table: 'employees' | 'customers' | 'products';
  code: 'employee_no' | 'code';
}

/** A value of the target: the column, and how it comes from the staged row `s`. */
interface TargetValue {
  column: string;
  /** Our name of the column it is read from: without it in the file, the value stays. */
  from: string;
  /** SQL over the staged row `s`. */
  staged: string;
  /** SQL over the target's row `t`, where the value stands in another table. */
  current?: string;
}

/** How the rows of a kind come into its table. */
export interface ImportTarget {
  table: string;
  /** Staged columns with their SQL types, by our names, in the order of the kind's columns. */
  staged: [from: string, type: string][];
  references: Reference[];
  /** The natural key in the table, each part as it comes from the staged row. */
  key: { column: string; staged: string; nullable?: boolean }[];
  values: TargetValue[];
  /** The table says when a row was last changed. */
  hasUpdatedAt?: boolean;
  /** What the customer monthly performance is made of. */
  feedsPerformance?: boolean;
  /** The search index and the names of questions are made of it. */
  feedsNames?: boolean;
}

/** `customerCode` -> `customer_code`. */
export function stagedColumn(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const same = (from: string): TargetValue => ({
  column: stagedColumn(from),
  from,
  staged: `s.${stagedColumn(from)}`,
});
const keyOf = (from: string) => ({ column: stagedColumn(from), staged: `s.${stagedColumn(from)}` });

const employee: Reference = {
  from: 'employeeNo',
  column: 'employee_id',
  table: 'employees',
  code: 'employee_no',
};
const customer: Reference = {
  from: 'customerCode',
  column: 'customer_id',
  table: 'customers',
  code: 'code',
};
const product: Reference = { from: 'productCode', column: 'product_id', table: 'products', code: 'code' };
const referenced = ({ column }: Reference) => ({ column, staged: `s.${column}` });

/** Keys of the products with some codes; as long as the codes where all are known. */
export function productIdsOf(codes: string): string {
  return `ARRAY (SELECT p.id FROM products p WHERE p.code = ANY (${codes}) ORDER BY 1)`;
}

export const importTargets: Record<ImportKind, ImportTarget> = {
  employees: {
    table: 'employees',
    staged: [
      ['employeeNo', 'text'],
      ['name', 'text'],
      ['email', 'text'],
      ['role', 'text'],
      ['team', 'text'],
    ],
    references: [],
    key: [keyOf('employeeNo')],
    values: [same('name'), same('email'), same('role'), same('team')],
    hasUpdatedAt: true,
  },
  customers: {
    table: 'customers',
    staged: [
      ['code', 'text'],
      ['name', 'text'],
      ['type', 'text'],
      ['region', 'text'],
      ['address', 'text'],
      ['grade', 'text'],
      ['aliases', 'text[]'],
    ],
    references: [],
    key: [keyOf('code')],
    values: ['name', 'type', 'region', 'address', 'grade', 'aliases'].map(same),
    hasUpdatedAt: true,
    feedsNames: true,
  },
  products: {
    table: 'products',
    staged: [
      ['code', 'text'],
      ['brand', 'text'],
      ['ingredient', 'text'],
      ['reimbursed', 'text'],
      ['therapeuticClass', 'text'],
      ['unitPrice', 'bigint'],
    ],
    references: [],
    key: [keyOf('code')],
    values: [
      same('brand'),
      same('ingredient'),
      { column: 'reimbursed', from: 'reimbursed', staged: `(s.reimbursed = '급여')` },
      same('therapeuticClass'),
      same('unitPrice'),
    ],
    hasUpdatedAt: true,
    feedsNames: true,
  },
  assignments: {
    table: 'assignment_map',
    staged: [
      ['employeeNo', 'text'],
      ['customerCode', 'text'],
      ['validFrom', 'date'],
      ['validTo', 'date'],
    ],
    references: [employee, customer],
    key: [referenced(employee), referenced(customer), keyOf('validFrom')],
    values: [same('validTo')],
  },
  sales: {
    table: 'sales_records',
    staged: [
      ['soldOn', 'date'],
      ['employeeNo', 'text'],
      ['customerCode', 'text'],
      ['productCode', 'text'],
      ['lineNo', 'integer'],
      ['quantity', 'integer'],
      ['amount', 'bigint'],
    ],
    references: [employee, customer, product],
    key: [keyOf('soldOn'), referenced(employee), referenced(customer), referenced(product), keyOf('lineNo')],
    values: [same('quantity'), same('amount')],
    feedsPerformance: true,
  },
  targets: {
    table: 'sales_targets',
    staged: [
      ['month', 'date'],
      ['employeeNo', 'text'],
      ['productCode', 'text'],
      ['amount', 'bigint'],
    ],
    references: [employee, product],
    key: [
      keyOf('month'),
      referenced(employee),
      { ...referenced(product), nullable: true },
      { column: 'customer_id', staged: 'NULL::integer', nullable: true },
    ],
    values: [same('amount')],
  },
  interactions: {
    table: 'interaction_logs',
    staged: [
      ['employeeNo', 'text'],
      ['customerCode', 'text'],
      ['occurredAt', 'timestamptz'],
      ['type', 'text'],
      ['summary', 'text'],
      ['nextAction', 'text'],
      ['productCodes', 'text[]'],
    ],
    references: [employee, customer],
    key: [referenced(employee), referenced(customer), keyOf('occurredAt'), keyOf('type')],
    values: [
      same('summary'),
      same('nextAction'),
      {
        column: 'product_ids',
        from: 'productCodes',
        staged: productIdsOf('s.product_codes'),
        current: `ARRAY (SELECT product_id FROM interaction_products WHERE interaction_id = t.id ORDER BY 1)`,
      },
    ],
    feedsPerformance: true,
  },
};
