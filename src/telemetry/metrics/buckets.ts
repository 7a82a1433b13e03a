/** Seconds of what a person waits for: an answer, its first words, a model. */
export const waitBuckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160];

/** Seconds of what the program does by itself within an answer: a call, a search, a query. */
export const workBuckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Seconds of background work: a document is read in seconds, an index is rebuilt in minutes. */
export const jobBuckets = [0.05, 0.25, 1, 5, 15, 60, 300, 900, 3_600];
