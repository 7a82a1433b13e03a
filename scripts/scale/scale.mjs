// `npm run scale`: reckons the tables of docs/scale.md anew from what `npm run bench` measured and how people are assumed to
// work, and writes them into it. With `--check` it only says whether the page is as reckoned.
import { readFile, writeFile } from 'node:fs/promises';
import prettier from 'prettier';
import { assumptions } from './assumptions.mjs';
import { costs } from './costs.mjs';
import { tablesOf } from './report.mjs';

const page = new URL('../../docs/scale.md', import.meta.url);
const written = await readFile(page, 'utf8');
let reckoned = written;
for (const [place, table] of Object.entries(tablesOf({ costs, assumptions }))) {
  const between = new RegExp(`(<!-- ${place} -->\\n)[^]*?(<!-- end -->)`);
  if (!between.test(reckoned)) throw new Error(`docs/scale.md has no place for the table "${place}"`);
  reckoned = reckoned.replace(between, (_all, begin, end) => `${begin}\n${table}\n\n${end}`);
}
reckoned = await prettier.format(reckoned, { ...(await prettier.resolveConfig(page)), parser: 'markdown' });

if (!process.argv.includes('--check')) await writeFile(page, reckoned);
else if (reckoned !== written) throw new Error('docs/scale.md is not as reckoned: run npm run scale');
