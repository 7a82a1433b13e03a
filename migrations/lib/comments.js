'use strict';

const quote = (text) => `'${text.replaceAll("'", "''")}'`;

/**
 * COMMENT ON statements for `{ table: ['what it holds', { column: 'what it means' }] }`.
 * Every table and column has one: a test reads them back from the catalogue.
 */
function comments(tables) {
  return Object.entries(tables)
    .flatMap(([table, [about, columns]]) => [
      `COMMENT ON TABLE ${table} IS ${quote(about)};`,
      ...Object.entries(columns).map(
        ([column, meaning]) => `COMMENT ON COLUMN ${table}.${column} IS ${quote(meaning)};`,
      ),
    ])
    .join('\n');
}

module.exports = { comments };
