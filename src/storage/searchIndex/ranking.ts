/** How much a match in a field counts, in both engines: a title or a heading says what the whole chunk is about. */
export const fieldBoosts = { title: 2, heading: 1.5, text: 1 } as const;

/** Share of each leg in the fused score; the legs are min-max normalised first, so the two are comparable. */
export const legWeights = { lexical: 0.7, vector: 0.3 } as const;

/**
 * How many of the best hits of each leg are fused. What is outside the best 50 of both legs does not reach the top 50 that
 * a reader may ask for often enough to pay for it: 100 tripled the time of OpenSearch's hybrid query.
 */
export const candidatesPerLeg = 50;
