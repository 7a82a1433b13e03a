import { needsOfChunks, needsOfReps, needsOfRows } from './needs.mjs';

/** The tables of docs/scale.md, by the name of their place in it. */
export function tablesOf(input) {
  return { people: people(input), chunks: chunks(input), rows: rows(input) };
}

function people(input) {
  const columns = [100, 1_000, 10_000, 50_000].map((reps) => ({ reps, ...needsOfReps(reps, input) }));
  return table(
    ['', ...columns.map(({ reps }) => `${count(reps)} reps`)],
    [
      ['questions a day', columns.map(({ perDay }) => count(perDay))],
      ['questions a second in the busiest minutes', columns.map((need) => short(need.turnsPerSecond))],
      ['answers that stream at once', columns.map((need) => count(need.openStreams))],
      ['connected sockets', columns.map((need) => count(need.sockets))],
      ['their memory, all together, MB', columns.map((need) => count(need.socketMemoryMb))],
      ['server processes, a core each', columns.map((need) => count(need.processes))],
      ['how full each core is', columns.map((need) => percent(need.load))],
      ['p99 of what its event loop keeps waiting, simulated, ms', columns.map((need) => short(need.delayMs))],
      ['database connections of their pools', columns.map((need) => count(need.connections))],
      ['rows to seal a second (one process seals 500)', columns.map((need) => count(need.sealedPerSecond))],
      ['write-ahead log, MB a second', columns.map((need) => short(need.logMbPerSecond))],
      ['stored for the turns of a year, GB', columns.map((need) => count(need.turnGbPerYear))],
      ['rows of traces in a year', columns.map((need) => count(need.traceRowsPerYear))],
      ['tokens a day, millions', columns.map((need) => count(need.millionTokensPerDay))],
    ],
  );
}

function chunks(input) {
  const columns = [1e5, 1e6, 1e7, 1e8].map((amount) => ({ amount, ...needsOfChunks(amount, input) }));
  return table(
    ['', ...columns.map(({ amount }) => `${count(amount)} chunks`)],
    [
      ['pages of documents, about', columns.map(({ amount }) => count(amount / input.costs.chunksPerPage))],
      ['index, one copy, GB', columns.map((need) => short(need.indexGb))],
      ['shards', columns.map((need) => count(need.shards))],
      ['graph of the vectors in full precision, one copy, GB', columns.map((need) => short(need.graphGb))],
      ['the same compressed 32 times, on disk, GB', columns.map((need) => short(need.compressedGraphGb))],
      ['nodes with one replica, graph in memory', columns.map((need) => count(need.nodesInMemory))],
      ['nodes with one replica, compressed', columns.map((need) => count(need.nodesOnDisk))],
      ['chunks and kept vectors in PostgreSQL, GB', columns.map((need) => short(need.databaseGb))],
    ],
  );
}

function rows(input) {
  const { costs } = input;
  const kinds = [
    [
      'sales',
      { bytesPerRow: costs.bytesPerSale, rowsPerSecond: costs.salesRefreshedPerSecond },
      'refreshing the monthly view',
    ],
    [
      'traces',
      { bytesPerRow: costs.bytesPerTraceRow, rowsPerSecond: costs.rowsVerifiedPerSecond },
      'verifying all of them',
    ],
  ];
  return table(
    ['rows', 'GB with indexes', 'partitions', 'what goes through all rows', 'hours'],
    kinds.flatMap(([kind, cost, whole]) =>
      [1e7, 1e8, 1e9].map((amount) => {
        const { gigabytes, partitions, hours } = needsOfRows(amount, cost, input);
        return [`${count(amount)} ${kind}`, [short(gigabytes), count(partitions), whole, short(hours)]];
      }),
    ),
  );
}

function table(head, lines) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...lines.map(([name, cells]) => line([name, ...cells])),
  ].join('\n');
}

const count = (number) => Math.round(number).toLocaleString('en');
const percent = (share) => `${Math.round(share * 100)} %`;
const short = (number) => (number >= 100 ? count(number) : Number(number.toPrecision(2)).toString());
