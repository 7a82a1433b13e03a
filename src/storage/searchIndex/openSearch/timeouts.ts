/** A reader waits no longer for a search; the same bound holds for connecting. */
export const searchTimeoutMs = 2_000;

/** A batch of chunks with vectors is written well within this on a busy node. */
export const writeTimeoutMs = 30_000;

/** Making an index waits for the cluster to agree on it. */
export const administrationTimeoutMs = 30_000;
