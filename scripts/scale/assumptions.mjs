/**
 * How a company uses the program, where nothing here can measure it. Each is a number to change: `npm run scale` reckons
 * anew.
 */
export const assumptions = {
  questionsPerRepAndDay: 20,
  /** Share of a day's questions that fall into its busiest hour, and what its busiest minutes have above that hour. */
  shareOfBusiestHour: 0.2,
  burstOverBusiestHour: 3,
  /** Tabs and telephones that are connected in the busiest hour, for each rep. */
  socketsPerRep: 1.2,
  workingDaysPerYear: 245,
  /** An answer of a large model: how long it streams, and what is read and written for it. */
  answerSeconds: 12,
  inputTokensPerQuestion: 4_000,
  outputTokensPerQuestion: 400,
  /** Bytes of system memory a connected socket takes beside the JavaScript heap: buffers of the kernel, TLS at the proxy. */
  kernelBytesPerSocket: 40 * 1024,
  /** What an event loop may keep a piece of text waiting, p99, in milliseconds. */
  tolerableDelayMs: 20,
  /** Share of a core, of a disk and of memory that is planned for; the rest is for peaks, merges and the loss of a node. */
  plannedShare: 0.6,
  /** Gigabytes a shard of an index holds: 10 to 50 by OpenSearch's own guide. */
  gigabytesPerShard: 30,
  memoryOfSearchNodeGb: 64,
  searchHeapGb: 31,
  diskOfSearchNodeGb: 1_000,
  pagesPerPartitionGb: 100,
};
