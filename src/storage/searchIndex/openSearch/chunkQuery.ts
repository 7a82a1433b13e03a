import type { API, Types } from '@opensearch-project/opensearch';
import { contentWords } from '../questionWords';
import { textLanguage } from '../../../text/textLanguage';
import {
  expansionBoost,
  fieldBoosts,
  legWeights,
  nearestNeighbours,
  otherLanguageCandidates,
} from '../ranking';
import type { IndexQuery } from '../searchIndex';
import { vectorField, vectorFieldPrefix } from './chunkIndexDefinition';

/** Each leg has its name in the query, by which the engine says what it gave a hit. */
export type LegName = keyof typeof legWeights;

function legName(name: LegName): LegName {
  return name;
}

type QueryContainer = Types.Common_QueryDsl.QueryContainer;

/**
 * A match query makes a clause of every term in every field, and the engine refuses more than 1,024. Bigrams in three
 * fields leave room for this many characters; a longer question is asked by its content words.
 */
const longestLexicalText = 200;

/** The body of one search: by words alone, or words and vector fused by the engine. Every leg carries the filter. */
export function chunkQuery(query: IndexQuery): API.Search_RequestBody {
  const common = { _source: { excludes: ['audience', `${vectorFieldPrefix}*`] } };
  const lexical = {
    bool: { _name: legName('lexical'), must: [lexicalLeg(query)], filter: [visibleChunks(query)] },
  };
  if (!query.vector) return { ...common, size: query.topK, query: lexical };
  const queries = [lexical, vectorLeg(query, query.vector), otherLanguageLeg(query, query.vector)];
  const body = {
    ...common,
    size: 2 * query.topK + otherLanguageCandidates,
    query: { hybrid: { pagination_depth: query.topK, queries } },
  };
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
          parameters: { weights: [legWeights.lexical, legWeights.vector, legWeights.otherLanguage] },
        },
      },
    },
  ],
};

/** The question's own words, and its expansions with less weight. */
function lexicalLeg({ text, expansions = [] }: IndexQuery): QueryContainer {
  const asked = words(lexicalText(text), 1);
  if (expansions.length === 0) return asked;
  const added = words(expansions.join(' ').slice(0, longestLexicalText), expansionBoost);
  return { bool: { should: [asked, added] } };
}

/** Words by nori and bigrams, summed: that beat the better of the two (`dis_max`) where it was measured. */
function words(query: string, boost: number): QueryContainer {
  const fields = Object.entries(fieldBoosts).flatMap(([field, weight]) => [
    `${field}^${weight}`,
    `${field}.bigram^${weight}`,
  ]);
  return { multi_match: { query, type: 'most_fields', fields, boost } };
}

function lexicalText(text: string): string {
  const composed = text.normalize('NFC');
  if (composed.length <= longestLexicalText) return composed;
  return contentWords(composed).join(' ').slice(0, longestLexicalText);
}

function vectorLeg(query: IndexQuery, vector: number[]): QueryContainer {
  return nearest(query, vector, {
    k: nearestNeighbours,
    filter: visibleChunks(query),
    _name: legName('vector'),
  });
}

/** Chunks in the other language than the question's, see `otherLanguageCandidates`. */
function otherLanguageLeg(query: IndexQuery, vector: number[]): QueryContainer {
  const inQuestionsLanguage = { term: { language: textLanguage(query.text) } };
  const filter = { bool: { filter: [visibleChunks(query)], must_not: [inQuestionsLanguage] } };
  return nearest(query, vector, { k: otherLanguageCandidates, filter, _name: legName('otherLanguage') });
}

function nearest(
  { vectorModel }: IndexQuery,
  vector: number[],
  part: { k: number; filter: QueryContainer; _name: string },
): QueryContainer {
  // Where no chunk has been embedded yet, the words alone decide.
  const knn = { vector, ignore_unmapped: true, ...part };
  return { knn: { [vectorField(vector.length, vectorModel)]: knn } };
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
