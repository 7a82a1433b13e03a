import type { API, Types } from '@opensearch-project/opensearch';
import { createHash } from 'node:crypto';
import { droppedPartsOfSpeech, koreanWords } from './koreanWords';

/** Analyzers by name: `mixed` keeps a compound and its parts in the index, `discard` asks for the parts only. */
export const analyzers = { index: 'korean_index', search: 'korean_search', bigram: 'bigram' } as const;

const analysis: Types.Indices_Common.IndexSettingsAnalysis = {
  char_filter: { compatibility_forms: { type: 'mapping', mappings: compatibilityForms() } },
  tokenizer: {
    nori_mixed: { type: 'nori_tokenizer', decompound_mode: 'mixed', user_dictionary_rules: koreanWords },
    nori_discard: { type: 'nori_tokenizer', decompound_mode: 'discard', user_dictionary_rules: koreanWords },
    syllable_pairs: { type: 'ngram', min_gram: 2, max_gram: 2, token_chars: ['letter', 'digit'] },
  },
  filter: { without_grammar: { type: 'nori_part_of_speech', stoptags: droppedPartsOfSpeech } },
  analyzer: {
    [analyzers.index]: analyzer('nori_mixed', 'without_grammar', 'lowercase'),
    [analyzers.search]: analyzer('nori_discard', 'without_grammar', 'lowercase'),
    [analyzers.bigram]: analyzer('syllable_pairs', 'lowercase'),
  },
};

const keyword = { type: 'keyword' } as const;
const day = { type: 'date', format: 'yyyy-MM-dd' } as const;
const storedInteger = { type: 'integer', index: false } as const;
const searchedText: Types.Common_Mapping.TextProperty = {
  type: 'text',
  analyzer: analyzers.index,
  search_analyzer: analyzers.search,
  fields: { bigram: { type: 'text', analyzer: analyzers.bigram } },
};

/**
 * Settings and mapping of the index of chunks. Vector fields are added when the size of the vectors is known. Replicas
 * follow the number of nodes; shards are the cluster's choice (index templates).
 */
export const chunkIndexDefinition: API.Indices_Create_RequestBody = {
  settings: { index: { knn: true, auto_expand_replicas: '0-1' }, analysis },
  mappings: {
    dynamic: 'strict',
    properties: {
      chunkId: keyword,
      documentId: keyword,
      ordinal: storedInteger,
      parentId: keyword,
      title: searchedText,
      docType: keyword,
      heading: searchedText,
      text: searchedText,
      page: storedInteger,
      charStart: storedInteger,
      charEnd: storedInteger,
      audience: keyword,
      productCodes: keyword,
      validFrom: day,
      validTo: day,
      version: storedInteger,
      current: { type: 'boolean' },
    },
  },
};

/** Changes with the definition, so that a program with new settings makes a new index beside the old one. */
export const chunkIndexVersion = createHash('sha256')
  .update(JSON.stringify([chunkIndexDefinition, vectorFieldMapping(0)]))
  .digest('hex')
  .slice(0, 12);

/** Each size of vector has a field of its own: another embedding model needs another field, not another index. */
export function vectorField(dimensions: number): string {
  return `${vectorFieldPrefix}${dimensions}`;
}

export const vectorFieldPrefix = 'embedding';

/** Built for recall: with `ef_construction` 512 and a large `k` the graph finds the exact top ten for 99 % of questions. */
export function vectorFieldMapping(dimensions: number): Types.Common_Mapping.KnnVectorProperty {
  return {
    type: 'knn_vector',
    dimension: dimensions,
    method: {
      name: 'hnsw',
      engine: 'lucene',
      space_type: 'cosinesimil',
      parameters: { ef_construction: 512, m: 16 },
    },
  };
}

function analyzer(tokenizer: string, ...filter: string[]): Types.Common_Analysis.CustomAnalyzer {
  return { type: 'custom', char_filter: ['compatibility_forms'], tokenizer, filter };
}

/** The forms the embedded index unifies by NFKC and that matter in these texts: units (㎎), full-width, Roman numerals. */
function compatibilityForms(): string[] {
  const ranges = [
    [0x2160, 0x217f],
    [0x3371, 0x33df],
    [0xff10, 0xff5a],
  ] as const;
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place))
      .filter((form) => /[\p{L}\p{N}]/u.test(form.normalize('NFKC')))
      .map((form) => `${form} => ${form.normalize('NFKC')}`),
  );
}
