/**
 * What one of each costs, as `npm run bench` printed it (the part that prints it stands beside it; docs/benchmarks.md has the
 * circumstances). Taken on 2 cores with other work beside: sizes do not mind, times are on the safe side.
 */
export const costs = {
  /** turn: 25 ms of the server's CPU hybrid on services; audit: 1.18 of that with facts, flags, masks and proofs. */
  turnCpuMs: 30,
  /** turn: pieces in which the scripted model's answer comes. */
  piecesPerTurn: 60,
  /** sockets: JavaScript heap of an idle signed-in socket. */
  socketHeapBytes: 13.1 * 1024,
  /** sizes: all tables that a turn writes to; a chat of 300 turns, each model call storing what it was sent. */
  bytesPerTurn: 1_857 + 1_830 + 4_779 + 57_781 + 3_086 + 109 + 2_212,
  logBytesPerTurn: 83_995,
  traceRowsPerTurn: 8.63,
  bytesPerTraceRow: 57_781 / 8.63,
  /** sizes: spans, messages and the turn itself. */
  sealedRowsPerTurn: 8.63 + 2 + 1,
  /** A pool for writing and one for reading (`DATABASE_POOL_SIZE`, 10), leases, the queue and notifications. */
  connectionsPerProcess: 26,
  /** sizes */
  bytesPerSale: 195,
  /** dashboard: REFRESH CONCURRENTLY over 10,000,000 sales took 44 s. */
  salesRefreshedPerSecond: 10_000_000 / 44,
  /** audit: rows verified a second, embedded. */
  rowsVerifiedPerSecond: 5_100,
  /** sizes */
  chunksPerPage: 5.29,
  indexBytesPerChunk: 20_300,
  databaseBytesPerChunk: 1_201,
  databaseBytesPerVector: 2_469,
  /** Of the index: `chunkIndexDefinition.ts`, and the size of e5-small's vectors. */
  graphLinks: 16,
  vectorDimensions: 384,
};
