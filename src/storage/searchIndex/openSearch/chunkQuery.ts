import type { API, Types } from '@opensearch-project/opensearch';
import { contentWords } from '../questionWords';
import { candidatesPerLeg, fieldBoosts, legWeights, nearestNeighbours } from '../ranking';
import type { IndexQuery } from '../searchIndex';
import { vectorField, vectorFieldPrefix } from './chunkIndexDefinition';

type QueryContainer = Types.Common_QueryDsl.QueryContainer;

/**
 * A match query makes a clause of every term in every field, and the engine refuses more than 1,024. Bigrams in three
 * fields leave room for this many characters; a longer question is asked by its content words.
 */
const longestLexicalText = 200;

/** The body of one search: by words alone, or words and vector fused by the engine. Every leg carries the filter. */
export function chunkQuery(query: IndexQuery): API.Search_RequestBody {
  const common = { size: query.topK, _source: { excludes: ['audience', `${vectorFieldPrefix}*`] } };
  const lexical = {
    bool: { _name: 'lexical', must: [lexicalLeg(query.text)], filter: [visibleChunks(query)] },
  };
  if (!query.vector) return { ...common, query: lexical };
  const queries = [lexical, vectorLeg(query, query.vector)];
  const body = { ...common, query: { hybrid: { pagination_depth: candidatesPerLeg, queries } } };
  // By `assign`, because the client's types know pipelines by name only.
  return Object.assign<API.Search_RequestBody, object>(body, { search_pipeline: fusionPipeline });
}

/** Given with each request, so that no two versions of the program share a pipeline. `fuse` is the same algorithm. */
const fusionPipeline = {
  phase_results_processors: [
    {
      'normalization-processor': {
        normalization: { technique: 'min_max' },
        combination: {
          technique: 'arithmetic_mean',
          parameters: { weights: [legWeights.lexical, legWeights.vector] },
        },
      },
    },
  ],
};

/** Words by nori and bigrams, summed: that beat the better of the two (`dis_max`) where it was measured. */
function lexicalLeg(text: string): QueryContainer {
  const fields = Object.entries(fieldBoosts).flatMap(([field, boost]) => [
    `${field}^${boost}`,
    `${field}.bigram^${boost}`,
  ]);
  return { multi_match: { query: lexicalText(text), type: 'most_fields', fields } };
}

function lexicalText(text: string): string {
  const composed = text.normalize('NFC');
  if (composed.length <= longestLexicalText) return composed;
  return contentWords(composed).join(' ').slice(0, longestLexicalText);
}

function vectorLeg(query: IndexQuery, vector: number[]): QueryContainer {
  const knn = {
    vector,
    k: nearestNeighbours,
    filter: visibleChunks(query),
    // Where no chunk has been embedded yet, the words alone decide.
    ignore_unmapped: true,
    _name: 'vector',
  };
  return { knn: { [vectorField(vector.length)]: knn } };
}

/** Who may read, which kind, which products, valid on the day. A chunk without a bound has no value, so no range excludes it. */
function visibleChunks({
  principals,
  docTypes,
  productCodes,
  validOn,
  versions,
}: IndexQuery): QueryContainer {
  return {
    bool: {
      filter: [
        ...(versions === 'all' ? [] : [{ term: { current: true } }]),
        ...(principals ? [{ terms: { audience: principals } }] : []),
        ...(docTypes?.length ? [{ terms: { docType: docTypes } }] : []),
        ...(productCodes?.length ? [{ terms: { productCodes } }] : []),
      ],
      must_not: [{ range: { validFrom: { gt: validOn } } }, { range: { validTo: { lt: validOn } } }],
    },
  };
}
