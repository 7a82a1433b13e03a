import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Customer, Employee, MasterData, Product } from './types';

/** Reads the checked-in tables of the sample company (`samples/data`). */
export async function readMasterData(folder: string): Promise<MasterData> {
  const [employees, customers, products] = await Promise.all([
    readRows<Employee>(path.join(folder, 'employees.csv')),
    readRows<Customer & { aliases: string }>(path.join(folder, 'customers.csv')),
    readRows<Product & { unitPrice: string }>(path.join(folder, 'products.csv')),
  ]);
  return {
    employees,
    customers: customers.map((row) => ({ ...row, aliases: row.aliases.split(';').filter(Boolean) })),
    products: products.map((row) => ({ ...row, unitPrice: Number(row.unitPrice) })),
  };
}

async function readRows<Row>(file: string): Promise<Row[]> {
  return parse<Row>(await readFile(file, 'utf8'), { columns: true });
}
