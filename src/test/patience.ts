/**
 * Milliseconds a test waits for what must come, on a machine that has other work too. Only a red test waits so long; it is
 * less than the time a test may take, so that it can say what it waited for.
 */
export const patienceMs = 60_000;
