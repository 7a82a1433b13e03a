/** Milliseconds a turn may take: longer than a slow model with several tools needs, shorter than people wait. */
export const turnTimeoutMs = 120_000;

/**
 * Seconds a process holds a turn without a sign of life. Its chat is blocked for so long when it dies; an event loop does not
 * stand still for as long.
 */
export const turnLeaseSeconds = 15;

/** Milliseconds between two signs of life, and two looks for turns that nobody holds: several go into a lease. */
export const turnLeaseCheckMs = 4_000;

/** Milliseconds another process has to stop its turn before it is stopped from here. */
export const stopElsewhereMs = 800;

/**
 * Milliseconds text is gathered before it is stored and sent, by the pace at which it comes (`textPace.ts`); the first text of
 * a turn goes at once. At 20 pieces a second, 50 ms would gather nothing.
 */
export const coalesceMs = { least: 50, most: 175 };

/** Messages of the past a model is told. */
export const historyMessages = 12;

/** Characters of the first question that become the title of a chat. */
export const titleLength = 60;

/** Events read at a time when a client resumes. */
export const resumeBatch = 500;
