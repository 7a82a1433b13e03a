// Child of ingestionCost.mjs: the parsers alone, file after file in one process.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { serveParent } from './benchChild.mjs';

const require = createRequire(import.meta.url);
const { parseContent } = require('../../dist/ingestion/parsers/parseContent.js');

serveParent(
  {},
  {
    async parse(files) {
      const started = performance.now();
      for (const file of files) await parseContent(await readFile(file), path.basename(file), async () => {});
      return { seconds: (performance.now() - started) / 1000 };
    },
  },
);
