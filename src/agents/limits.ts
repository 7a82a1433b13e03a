/** Milliseconds a turn may take: longer than a slow model with several tools needs, shorter than people wait. */
export const turnTimeoutMs = 120_000;

/** Times a model is asked in one turn, each with a round of tools behind it: more than any question of the product needs. */
export const maximumModelCalls = 10;

/** Calls of tools in one turn: three times what the longest question of the product takes. Each costs a query or a search. */
export const maximumToolCalls = 30;

/** Characters of one answer: some fifty pages. A model that repeats itself writes more. */
export const maximumAnswerCharacters = 100_000;

/**
 * Tokens of one turn, in and out, after which the model has to answer with what it has: a long chat with several large tool
 * results stays below it, a model that goes round in circles does not.
 */
export const maximumTurnTokens = 200_000;

/** Characters of one tool result that a model is shown: some 20 long passages; more would crowd out the question. */
export const maximumToolResultCharacters = 40_000;

/** Rounds of calls one after the other of which none could be made, until somebody else answers. */
export const maximumUnusableRounds = 3;

/** Times one model call is tried: most of what passes by itself has passed by the third. */
export const maximumTries = 3;

/** The pause before the second try lasts up to this long, in milliseconds, and doubles for the next. */
export const firstPauseMs = 300;

/**
 * Milliseconds that an endpoint may ask to be left alone before one try is made again: longer than this nobody should wait
 * without a word, and the planner answers.
 */
export const longestRetryAfterMs = 1_500;

/** Model calls that failed for good, one after the other, from which the endpoint counts as down. */
export const failuresUntilDown = 3;

/** Milliseconds an endpoint that is down is not asked at all: readers get the planner's answer at once meanwhile. */
export const downMs = 10_000;

/** The most an endpoint's own `Retry-After` may keep it from being asked, in milliseconds. */
export const longestDownMs = 60_000;
