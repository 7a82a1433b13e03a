/**
 * How much a match in a field counts, in both engines: a title or a heading says what the whole chunk is about. On 57
 * questions over 40 Korean passages 2 and 1.5 were better than none (mean reciprocal rank .88 against .86) and than 3 and 2.
 */
export const fieldBoosts = { title: 2, heading: 1.5, text: 1 } as const;

/**
 * Share of each leg in the engine's fused score. It only orders the candidates that the engine hands over: how they are
 * ranked is `retrieval/rankCandidates.ts`, which has the raw score of each leg.
 */
export const legWeights = { lexical: 0.5, vector: 0.4, otherLanguage: 0.1 } as const;

/**
 * Candidates in the other language than the question's. A multilingual model finds two texts of one language nearer than two
 * that say the same in two: without places of their own, the answers to an English question stand below every English
 * passage (found among the candidates for 72 % of such questions, with them for all).
 */
export const otherLanguageCandidates = 15;

/** How many nearest neighbours the vector leg looks for: the exact top ten for 99 % of questions at 300, 46 % at 10. */
export const nearestNeighbours = 300;

/** What a word added to the question counts beside one that stands in it. */
export const expansionBoost = 0.3;
