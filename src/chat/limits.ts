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
 * Milliseconds answers have to record that they were interrupted, when the process ends: a database that is away is given up sooner.
 * One that does not listen must not keep the process.
 */
export const abortedTurnsMs = 10_000;

/** Milliseconds an answer that is whole waits for questions that could follow it. */
export const followUpsMs = 3_000;

/** Milliseconds the start of a chat waits for questions to begin with. */
export const suggestionsMs = 3_000;

/** Milliseconds between two tries at storing what a database that is away could not take. */
export const storeAgainMs = 300;

/**
 * Milliseconds text is gathered before it is stored and sent, by the pace at which it comes (`textPace.ts`); the first text of
 * a turn goes at once. At 20 pieces a second, 50 ms would gather nothing.
 */
export const coalesceMs = { least: 50, most: 175 };

/** Questions of the past that a question is understood with; what a model is told goes by tokens. */
export const questionsBefore = 6;

/** Characters of the first question that become the title of a chat. */
export const titleLength = 60;

/** What is read at a time when a client resumes: a reader who takes it slowly keeps no more of it here. */
export const resumeBatch = { limit: 500, bytes: 256 * 1024 };

/** Milliseconds between two tellings of places in the queue: a reader sees each, and a storm of them is one write. */
export const tellPlacesMs = 1_000;

/** Seconds after which somebody with too many answers under way may try again: some answer takes about as long. */
export const retryRunningSeconds = 5;

/** Seconds after which a question that found no place to wait may be sent again. */
export const retryBusySeconds = 10;
