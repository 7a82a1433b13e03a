import type { Env } from '../../env';
import { createEmbeddedSearchIndex } from './embedded/embeddedSearchIndex';
import { createOpenSearchIndex } from './openSearch/openSearchIndex';
import type { SearchIndex } from './searchIndex';

/** OpenSearch where it is configured, else the index in memory, which the caller fills with the chunks of the database. */
export function createSearchIndex(env: Pick<Env, 'openSearch'>): SearchIndex {
  return env.openSearch ? createOpenSearchIndex(env.openSearch) : createEmbeddedSearchIndex();
}
