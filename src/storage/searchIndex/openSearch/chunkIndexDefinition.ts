import type { API, Types } from '@opensearch-project/opensearch';
import { fingerprint, type IndexRecipe } from '../indexRecipe';
import { droppedPartsOfSpeech } from './koreanWords';
import { indexRules, searchRules } from './userDictionary';

/** Analyzers by name: `mixed` keeps a compound and its parts in the index, `discard` asks for the parts only. */
export const analyzers = { index: 'korean_index', search: 'korean_search', bigram: 'bigram' } as const;

function analysis({ words }: IndexRecipe): Types.Indices_Common.IndexSettingsAnalysis {
  return {
    char_filter: { compatibility_forms: { type: 'mapping', mappings: compatibilityForms() } },
    tokenizer: {
      nori_mixed: {
        type: 'nori_tokenizer',
        decompound_mode: 'mixed',
        user_dictionary_rules: indexRules(words),
      },
      nori_discard: {
        type: 'nori_tokenizer',
        decompound_mode: 'discard',
        user_dictionary_rules: searchRules(words),
      },
      syllable_pairs: { type: 'ngram', min_gram: 2, max_gram: 2, token_chars: ['letter', 'digit'] },
    },
    filter: { without_grammar: { type: 'nori_part_of_speech', stoptags: droppedPartsOfSpeech } },
    analyzer: {
      [analyzers.index]: analyzer('nori_mixed', 'without_grammar', 'lowercase'),
      [analyzers.search]: analyzer('nori_discard', 'without_grammar', 'lowercase'),
      [analyzers.bigram]: analyzer('syllable_pairs', 'lowercase'),
    },
  };
}

const keyword = { type: 'keyword' } as const;
const day = { type: 'date', format: 'yyyy-MM-dd' } as const;
const storedInteger = { type: 'integer', index: false } as const;
const searchedText: Types.Common_Mapping.TextProperty = {
  type: 'text',
  analyzer: analyzers.index,
  search_analyzer: analyzers.search,
  fields: { bigram: { type: 'text', analyzer: analyzers.bigram } },
};

/** Fields of a chunk; those of vectors are added when their size is known. */
export const chunkFields: Record<string, Types.Common_Mapping.Property> = {
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
  language: keyword,
  audience: keyword,
  productCodes: keyword,
  validFrom: day,
  validTo: day,
  version: storedInteger,
  current: { type: 'boolean' },
};

/**
 * Settings and mapping of an index of chunks, and what it says of how it was made. Replicas follow the number of nodes;
 * shards are the cluster's choice (index templates).
 */
export function chunkIndexDefinition(recipe: IndexRecipe): API.Indices_Create_RequestBody {
  return {
    settings: { index: { knn: true, auto_expand_replicas: '0-1' }, analysis: analysis(recipe) },
    mappings: { dynamic: 'strict', _meta: { ...indexMark(recipe) }, properties: chunkFields },
  };
}

/** What an index says of its recipe; a list of words can be long, so it is told by its fingerprint. */
export interface IndexMark {
  program: string;
  embeddingModel: string | null;
  words: string;
}

/** The mark of an index made by this program. */
export function indexMark({ words, embeddingModel }: IndexRecipe): IndexMark {
  return { program: programMark, embeddingModel, words: fingerprint(words) };
}

/** Each model and size of vector has a field of its own: vectors of two models are never compared. */
export function vectorField(dimensions: number, model: string | null = null): string {
  return `${vectorFieldPrefix}${dimensions}${model === null ? '' : `_${fingerprint(model)}`}`;
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

/** Changes with the program's own settings, so that a program with new ones asks for a new index. */
const programMark = fingerprint([
  analysis({ words: [], embeddingModel: null }),
  chunkFields,
  vectorFieldMapping(0),
]);
