import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { pdfFiles, withFolder } from './ingestionFiles.mjs';
import { rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { parseFile } = require('../../dist/ingestion/parseFile.js');

/** Peak resident memory of the child that parses a PDF, as the kernel keeps it, and how long it takes. */
export async function measureParsingMemory({ pages }) {
  return withFolder(async (folder) => {
    const [file] = await pdfFiles(folder, { count: 1, pages });
    const before = await children();
    const started = performance.now();
    let seconds = 0;
    let peak = 0;
    const parsing = parseFile(file, { fileName: 'report.pdf' }).finally(() => {
      seconds = (performance.now() - started) / 1000;
    });
    while (seconds === 0) {
      const started = (await children()).filter((pid) => !before.includes(pid));
      peak = Math.max(peak, ...(await Promise.all(started.map(peakMebibytes))));
      await pause(20);
    }
    const parsed = await parsing;
    if (parsed.pages !== pages) throw new Error(`read ${parsed.pages} of ${pages} pages`);
    return {
      [`parsing child, PDF of ${pages.toLocaleString('en')} pages: peak resident, MiB`]: rounded(peak, 0),
      [`the same, seconds`]: rounded(seconds, 1),
    };
  });
}

async function children() {
  const list = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return list.trim().split(/\s+/).filter(Boolean);
}

/** 0 when the process is gone. */
async function peakMebibytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
