import type { CatalogueTable } from '../storage/database/readCatalogue';

/** The data model as a Markdown page with a Mermaid diagram, from the live catalogue. */
export function renderErd(tables: CatalogueTable[]): string {
  return [
    '# Data model',
    '',
    'Made from the live catalogue by `npm run erd`; a test fails when it differs from the migrations.',
    '',
    '```mermaid',
    'erDiagram',
    ...tables.flatMap((table) =>
      table.foreignKeys.map(({ column, target }) => `  ${target} ||--o{ ${table.name} : "${column}"`),
    ),
    '```',
    '',
    ...tables.flatMap(renderTable),
  ].join('\n');
}

function renderTable(table: CatalogueTable): string[] {
  const targets = new Map(table.foreignKeys.map((key) => [key.column, key]));
  return [
    `## ${table.name}`,
    '',
    `${table.comment ?? ''}${table.kind === 'table' ? '' : ` (${table.kind})`}${table.rowLevelSecurity ? ' Row-level security.' : ''}`,
    '',
    '| column | type | null | key | what it holds |',
    '|---|---|---|---|---|',
    ...table.columns.map(({ name, type, nullable, primaryKey, comment }) => {
      const target = targets.get(name);
      const key = [primaryKey ? 'PK' : '', target ? `FK ${target.target}, on delete ${target.onDelete}` : ''];
      return `| ${name} | ${type} | ${nullable ? 'yes' : ''} | ${key.filter(Boolean).join('; ')} | ${comment ?? ''} |`;
    }),
    '',
    ...(table.indexes.length > 0
      ? [
          `Indexes: ${table.indexes
            .map(
              ({ name, columns, unique }) => `${unique ? 'unique ' : ''}\`${name}\` (${columns.join(', ')})`,
            )
            .join('; ')}.`,
          '',
        ]
      : []),
  ];
}
