/** Milliseconds a turn may take: longer than a slow model with several tools needs, shorter than people wait. */
export const turnTimeoutMs = 120_000;

/** Milliseconds text is gathered before it is stored and sent; the first text of a turn goes at once. */
export const coalesceMs = 50;

/** Messages of the past a model is told. */
export const historyMessages = 12;

/** Characters of the first question that become the title of a chat. */
export const titleLength = 60;

/** Events read at a time when a client resumes. */
export const resumeBatch = 500;
