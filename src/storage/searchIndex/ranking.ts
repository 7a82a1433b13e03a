import { maximumTopK } from '../../shared/search';

/**
 * How much a match in a field counts, in both engines: a title or a heading says what the whole chunk is about. On 57
 * questions over 40 Korean passages 2 and 1.5 were better than none (mean reciprocal rank .88 against .86) and than 3 and 2.
 */
export const fieldBoosts = { title: 2, heading: 1.5, text: 1 } as const;

/**
 * Share of each leg in the fused score; the legs are min-max normalised first, so the two are comparable. A compromise: on
 * general text more than .3 for the vectors lost, on the same 57 questions, a third of them paraphrases, .8 won (.91).
 */
export const legWeights = { lexical: 0.7, vector: 0.3 } as const;

/**
 * How many of the best hits of each leg are fused: as many as anybody may ask for. Twice as many tripled the time of
 * OpenSearch's hybrid query.
 */
export const candidatesPerLeg = maximumTopK;

/** How many nearest neighbours the vector leg looks for: the exact top ten for 99 % of questions at 300, 46 % at 10. */
export const nearestNeighbours = 300;
