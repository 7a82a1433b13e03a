import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Model, ModelStatic } from 'sequelize';
import { renderErd } from '../cli/renderErd';
import type { Database } from '../storage/database/database';
import { readCatalogue, type CatalogueTable } from '../storage/database/readCatalogue';
import { openTestDatabase } from '../test/database';
import { defineModels } from './models';

/** What the catalogue calls a model's type. */
const catalogueTypes: Record<string, string> = {
  'TIMESTAMP WITH TIME ZONE': 'timestamp with time zone',
  'DOUBLE PRECISION': 'double precision',
  'TEXT[]': 'text[]',
  'UUID[]': 'uuid[]',
  'INTEGER[]': 'integer[]',
  'BIGINT[]': 'bigint[]',
  'REAL[]': 'real[]',
  'DECIMAL(14,4)': 'numeric(14,4)',
};

let database: Database;
let tables: CatalogueTable[];

beforeAll(async () => {
  database = await openTestDatabase();
  tables = await readCatalogue(database.sequelize);
});
afterAll(() => database.close());

function modelColumns(model: ModelStatic<Model>) {
  return Object.values(model.getAttributes()).map((attribute) => {
    const type = (attribute.type as { toSql(): string }).toSql();
    return {
      name: attribute.field,
      type: catalogueTypes[type] ?? type.toLowerCase(),
      nullable: attribute.allowNull !== false && !attribute.primaryKey,
      primaryKey: attribute.primaryKey === true,
    };
  });
}

test('every table has a model with the same columns, types, keys and nulls', () => {
  const models = Object.values(defineModels(database.sequelize)) as unknown as ModelStatic<Model>[];
  const fromModels = Object.fromEntries(
    models.map((model) => [model.getTableName() as string, modelColumns(model)]),
  );
  const fromCatalogue = Object.fromEntries(
    tables
      .filter(({ kind, name }) => kind === 'table' && name !== 'SequelizeMeta')
      .map(({ name, columns }) => [name, columns.map(({ comment: _comment, ...column }) => column)]),
  );
  expect(fromModels).toEqual(fromCatalogue);
});

test('every table and column says what it holds', () => {
  const silent = tables.flatMap(({ name, kind, comment, columns }) => [
    ...(comment ? [] : [name]),
    ...(kind === 'view'
      ? []
      : columns.filter((column) => !column.comment).map((column) => `${name}.${column.name}`)),
  ]);
  expect(silent).toEqual([]);
});

test('every table has a primary key, and every foreign key is led by an index', () => {
  const realTables = tables.filter(({ kind }) => kind === 'table');
  const withoutKey = realTables.filter(({ columns }) => !columns.some(({ primaryKey }) => primaryKey));
  expect(withoutKey.map(({ name }) => name)).toEqual([]);
  const unindexed = realTables.flatMap(({ name, foreignKeys, indexes }) =>
    foreignKeys
      .filter(({ column }) => !indexes.some(({ columns }) => columns[0] === column))
      .map(({ column }) => `${name}.${column}`),
  );
  expect(unindexed).toEqual([]);
});

test('docs/erd.md is the catalogue', async () => {
  const page = await readFile(path.join(__dirname, '..', '..', 'docs', 'erd.md'), 'utf8');
  expect(page).toBe(renderErd(tables));
});
