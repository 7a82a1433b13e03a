import type { z } from 'zod';
import type { explainSearchSchema, SearchExplanation } from '../../../shared/search';
import { formatDigits } from '../../lib/format';

/** The form of the retrieval test as it is filled in. */
export interface SearchTestValues {
  query: string;
  asEmployeeNo: string;
  docTypes: string[];
  productCodes: string[];
  validOn: string;
}

export const emptySearchTest: SearchTestValues = {
  query: '',
  asEmployeeNo: '',
  docTypes: [],
  productCodes: [],
  validOn: '',
};

/** Passages laid open by default: enough to see where the right one stands when it is not on top. */
const shownPassages = 20;

/** Body of `POST /api/search/explain`; filters left empty are not sent. */
export function searchTestBody(values: SearchTestValues): z.input<typeof explainSearchSchema> {
  const { query, asEmployeeNo, docTypes, productCodes, validOn } = values;
  return {
    query: query.trim(),
    topK: shownPassages,
    filters: {
      ...(docTypes.length > 0 ? { docTypes } : {}),
      ...(productCodes.length > 0 ? { productCodes } : {}),
      ...(validOn ? { validOn } : {}),
    },
    ...(asEmployeeNo.trim() ? { asEmployeeNo: asEmployeeNo.trim() } : {}),
  };
}

/** Where a passage stands in each list, from 1; missing where a list does not have it. */
export interface Places {
  lexical?: number;
  vector?: number;
  fused?: number;
}

/** The places of every passage, by its key: one list says where the others have it. */
export function placesByChunk({
  legs,
  items,
}: Pick<SearchExplanation, 'legs' | 'items'>): Map<string, Places> {
  const places = new Map<string, Places>();
  const note = (chunkId: string, place: Places) => places.set(chunkId, { ...places.get(chunkId), ...place });
  for (const { chunkId, rank } of legs.lexical) note(chunkId, { lexical: rank });
  for (const { chunkId, rank } of legs.vector) note(chunkId, { vector: rank });
  items.forEach(({ chunkId }, at) => note(chunkId, { fused: at + 1 }));
  return places;
}

/** Raw scores differ by magnitudes between legs and engines: three digits that matter, and no digit before the point lost. */
export function formatScore(score: number): string {
  if (score >= 100) return String(Math.round(score));
  return formatDigits(score, 3);
}
