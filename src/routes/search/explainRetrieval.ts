import { errorText } from '../../errors';
import { evidenceThreshold, hasEvidence } from '../../retrieval/evidence';
import type { PassageRequest, Retrieval } from '../../retrieval/hybridSearch';
import type { Language } from '../../shared/problem';
import type { LegHit, SearchExplanation } from '../../shared/search';
import type { IndexHit } from '../../storage/searchIndex/searchIndex';

type Leg = keyof IndexHit['legs'];

/** A search laid open: its candidates as each leg ranked them, and what became of them. */
export function explainRetrieval(
  request: PassageRequest,
  retrieval: Retrieval,
  language: Language,
): SearchExplanation {
  const { query, principals, today, filters = {} } = request;
  const { passages, candidates, expansions, evidence, mode, degradedBy } = retrieval;
  const hits = candidates.map(({ hit }) => hit);
  const legs = { lexical: rankedBy('lexical', hits), vector: rankedBy('vector', hits) };
  const placeIn = (leg: Leg, chunkId: string) => legs[leg].find((hit) => hit.chunkId === chunkId);
  return {
    question: { asked: query, searched: query, expansions },
    filter: {
      principals,
      docTypes: filters.docTypes ?? [],
      productCodes: filters.productCodes ?? [],
      validOn: filters.validOn ?? today,
      versions: 'current',
    },
    mode,
    degradedBy: degradedBy ? errorText(degradedBy.code, language) : null,
    evidence: { value: evidence, threshold: evidenceThreshold, enough: hasEvidence(evidence) },
    legs,
    items: passages.map((passage) => {
      const lexical = placeIn('lexical', passage.chunkId);
      const vector = placeIn('vector', passage.chunkId);
      return {
        ...passage,
        lexicalScore: lexical?.score ?? null,
        lexicalRank: lexical?.rank ?? null,
        vectorScore: vector?.score ?? null,
        vectorRank: vector?.rank ?? null,
      };
    }),
  };
}

function rankedBy(leg: Leg, candidates: IndexHit[]): LegHit[] {
  return candidates
    .flatMap((hit) => {
      const score = hit.legs[leg];
      return score === null ? [] : [{ hit, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ hit, score }, place) => ({
      rank: place + 1,
      score,
      chunkId: hit.chunkId,
      documentId: hit.documentId,
      title: hit.title,
      heading: hit.heading,
      page: hit.page,
      text: hit.text,
    }));
}
