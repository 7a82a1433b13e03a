import { processesFor } from './turnQueue.mjs';

const gigabyte = 1e9;

/** Server processes, sockets and writes for so many reps, in the busiest minutes of a day. */
export function needsOfReps(reps, { costs, assumptions }) {
  const perDay = reps * assumptions.questionsPerRepAndDay;
  const turnsPerSecond =
    ((perDay * assumptions.shareOfBusiestHour) / 3_600) * assumptions.burstOverBusiestHour;
  const { processes, delayMs, load } = processesFor({
    turnsPerSecond,
    cpuMsPerTurn: costs.turnCpuMs,
    slices: costs.piecesPerTurn,
    answerSeconds: assumptions.answerSeconds,
    tolerableDelayMs: assumptions.tolerableDelayMs,
    plannedShare: assumptions.plannedShare,
  });
  const sockets = reps * assumptions.socketsPerRep;
  return {
    perDay,
    turnsPerSecond,
    openStreams: turnsPerSecond * assumptions.answerSeconds,
    processes,
    delayMs,
    load,
    sockets,
    socketMemoryMb: (sockets * (costs.socketHeapBytes + assumptions.kernelBytesPerSocket)) / 1e6,
    connections: processes * costs.connectionsPerProcess,
    sealedPerSecond: turnsPerSecond * costs.sealedRowsPerTurn,
    logMbPerSecond: (turnsPerSecond * costs.logBytesPerTurn) / 1e6,
    turnGbPerYear: (perDay * assumptions.workingDaysPerYear * costs.bytesPerTurn) / gigabyte,
    traceRowsPerYear: perDay * assumptions.workingDaysPerYear * costs.traceRowsPerTurn,
    millionTokensPerDay:
      (perDay * (assumptions.inputTokensPerQuestion + assumptions.outputTokensPerQuestion)) / 1e6,
  };
}

/**
 * Shards, memory and nodes of the index for so many chunks. Memory of a graph in full precision: 1.1 * (4 * dimensions + 8 * m)
 * bytes a vector; compressed 32 times on disk: a thirty-second of the vector's part (OpenSearch documentation, "k-NN vector
 * quantization" and "disk-based vector search").
 */
export function needsOfChunks(chunks, { costs, assumptions }) {
  const indexGb = (chunks * costs.indexBytesPerChunk) / gigabyte;
  const links = 8 * costs.graphLinks;
  const vector = 4 * costs.vectorDimensions;
  const graphGb = (chunks * 1.1 * (vector + links)) / gigabyte;
  const compressedGraphGb = (chunks * 1.1 * (vector / 32 + links)) / gigabyte;
  const copies = 2;
  const cacheGb = (assumptions.memoryOfSearchNodeGb - assumptions.searchHeapGb) * assumptions.plannedShare;
  const nodesByDisk = (indexGb * copies) / (assumptions.diskOfSearchNodeGb * assumptions.plannedShare);
  const nodes = (graph) => Math.max(3, Math.ceil(Math.max(nodesByDisk, (graph * copies) / cacheGb)));
  return {
    shards: Math.max(1, Math.ceil(indexGb / assumptions.gigabytesPerShard)),
    indexGb,
    graphGb,
    compressedGraphGb,
    nodesInMemory: nodes(graphGb),
    nodesOnDisk: nodes(compressedGraphGb),
    databaseGb: (chunks * (costs.databaseBytesPerChunk + costs.databaseBytesPerVector)) / gigabyte,
  };
}

/** Room and partitions of a table that grows by time, and how long what is proportional to it takes. */
export function needsOfRows(rows, { bytesPerRow, rowsPerSecond }, { assumptions }) {
  const gigabytes = (rows * bytesPerRow) / gigabyte;
  return {
    gigabytes,
    partitions: Math.max(1, Math.ceil(gigabytes / assumptions.pagesPerPartitionGb)),
    hours: rows / rowsPerSecond / 3_600,
  };
}
