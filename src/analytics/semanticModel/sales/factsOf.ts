import type { FactPart } from '../types';

/** SQL of the filter that keeps the rows of a part. */
export const of = (part: FactPart) => `FILTER (WHERE facts.part = '${part}')`;

/** Sales of a part, less returns. */
export const amountOf = (part: FactPart) => `coalesce(sum(facts.amount) ${of(part)}, 0)`;
