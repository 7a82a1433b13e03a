import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));

/** The names the sample company knows, as the program reads them from its tables. */
export async function sampleNames() {
  const { readDirectory } = dist('retrieval/nameDirectory');
  const rows = (file) => {
    const [header, ...lines] = readFileSync(path.resolve('samples', 'data', file), 'utf8')
      .trim()
      .split(/\r?\n/);
    const columns = header.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [columns[at], value])));
  };
  return readDirectory({
    products: async () => rows('products.csv').map((row) => ({ ...row, aliases: [] })),
    customers: async () =>
      rows('customers.csv').map((row) => ({ ...row, aliases: row.aliases.split(';').filter(Boolean) })),
  });
}
