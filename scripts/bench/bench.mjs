// `npm run bench`: the figures of this machine, as ratios within one run; `npm run bench -- search ingestion` only those.
// `--short` does few rounds, so that CI sees that each still runs; its numbers mean little.
import { measureAudit } from './auditCost.mjs';
import { measureAuditExport } from './auditExportCost.mjs';
import { measureAuditSearch } from './auditSearch.mjs';
import { measureClient } from './clientCost.mjs';
import { measureCutClients } from './cutClients.mjs';
import { measureDashboard } from './dashboardCost.mjs';
import { measureEventLoopDelay } from './eventLoopDelay.mjs';
import { measureFanOut } from './fanOutCost.mjs';
import { measureImport } from './importCost.mjs';
import { measureGuard } from './guardCost.mjs';
import { measureIngestion } from './ingestionCost.mjs';
import { measureOpenStreams } from './openStreams.mjs';
import { measureLimits } from './limitCost.mjs';
import { measureNumbers } from './numbersCost.mjs';
import { measureParsingMemory } from './parsingMemory.mjs';
import { measureRecords } from './recordCost.mjs';
import { measureSearch } from './searchCost.mjs';
import { measureSocketMemory } from './socketMemory.mjs';
import { measureStart } from './startTimes.mjs';
import { measureSizes } from './storageSizes.mjs';
import { measureTurn } from './turnCost.mjs';
import { measureTurnRate } from './turnRate.mjs';

const short = process.argv.includes('--short');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const measures = {
  start: () => measureStart({ rounds: short ? 1 : 3 }),
  turn: () => measureTurn({ rounds: short ? 1 : 5, turns: short ? 5 : 60 }),
  audit: () => measureAudit({ rounds: short ? 1 : 7, turns: short ? 5 : 60 }),
  'fan-out': () =>
    measureFanOut({
      rates: [60, 20],
      ...(short ? { rounds: 1, sockets: 40, seconds: 2 } : { rounds: 5, sockets: 200, seconds: 10 }),
      report: print,
    }),
  sockets: () => measureSocketMemory(short ? { sockets: 200, chats: 20 } : { sockets: 1_000, chats: 200 }),
  streams: () =>
    measureOpenStreams(
      short
        ? { streams: 40, begunPerSecond: 20, tokens: 5, perSecond: 1 }
        : { streams: 500, begunPerSecond: 10, tokens: 6, perSecond: 0.1 },
    ),
  cut: () =>
    measureCutClients({
      ...(short ? { clients: 20, cutSeconds: 5 } : { clients: 500, cutSeconds: 30 }),
      report: print,
    }),
  rate: () =>
    measureTurnRate(
      short
        ? { rounds: 1, sockets: 20, perSecond: 5, seconds: 3 }
        : { rounds: 3, sockets: 500, perSecond: 25, seconds: 20 },
    ),
  limits: () =>
    measureLimits(
      short
        ? { people: 50, turnsADay: 10, days: 3, rounds: 3 }
        : { people: 500, turnsADay: 40, days: 10, rounds: 50 },
    ),
  numbers: () =>
    measureNumbers(
      short
        ? { turns: 20_000, later: 200, people: 100, rounds: 2 }
        : { turns: 1_000_000, later: 3_000, people: 500, rounds: 5 },
    ),
  records: () => measureRecords({ rounds: short ? 5 : 200 }),
  guard: () => measureGuard({ rounds: short ? 2 : 20 }),
  search: () =>
    measureSearch({
      ...(short
        ? { rounds: 1, calls: 50, sizes: [1_000] }
        : { rounds: 5, calls: 200, sizes: [1_000, 10_000, 100_000] }),
      report: print,
    }),
  'audit-search': () =>
    measureAuditSearch(short ? { turns: 5_000, rounds: 5 } : { turns: 1_000_000, rounds: 100 }),
  dashboard: () =>
    measureDashboard(
      short ? { rows: 200_000, rounds: 3, refreshes: 1 } : { rows: 10_000_000, rounds: 7, refreshes: 3 },
    ),
  ingestion: () =>
    measureIngestion(
      short
        ? { rounds: 1, sampleStep: 10, pdfs: { count: 1, pages: 30 } }
        : { rounds: 3, sampleStep: 1, pdfs: { count: 3, pages: 200 } },
    ),
  import: () => measureImport(short ? { rounds: 1, rows: 20_000 } : { rounds: 3, rows: 1_000_000 }),
  'audit-export': () =>
    measureAuditExport(short ? { rounds: 1, rows: 20_000 } : { rounds: 1, rows: 1_000_000 }),
  sizes: () =>
    measureSizes(
      short
        ? { sales: 20_000, turns: 5, pages: 20, chunks: 1_000 }
        : { sales: 2_000_000, turns: 300, pages: 400, chunks: 50_000 },
    ),
  parsing: () => measureParsingMemory({ pages: 1_600 }),
  client: () =>
    measureClient(
      short
        ? { messages: 1_000, seconds: 5, questions: 3 }
        : { messages: 10_000, seconds: 20, questions: 20 },
    ),
  'event-loop': () => measureEventLoopDelay({ rounds: short ? 1 : 3, pages: short ? 5 : 50 }),
};

const unknown = named.filter((name) => !measures[name]);
if (unknown.length > 0) throw new Error(`No measure ${unknown}. There are ${Object.keys(measures)}.`);

for (const [name, measure] of Object.entries(measures)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n## ${name}`);
  print(await measure());
}

function print(figures) {
  for (const [figure, value] of Object.entries(figures)) console.log(`${figure}: ${value}`);
}
