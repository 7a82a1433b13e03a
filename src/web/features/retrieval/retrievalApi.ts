import type { z } from 'zod';
import type { ContentGaps, explainSearchSchema, SearchExplanation } from '../../../shared/search';
import type { SearchIndexDto, SearchWordDto } from '../../../shared/searchIndex';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

export function explainSearch(search: z.input<typeof explainSearchSchema>): Promise<SearchExplanation> {
  return api('/api/search/explain', { method: 'POST', body: search });
}

/** @param period KST calendar days, both inclusive; empty: no bound. */
export function readContentGaps(period: { from: string; to: string }): Promise<ContentGaps> {
  return api(withQuery('/api/content-gaps', period));
}

export const searchIndexKey = ['searchIndex'] as const;
export const searchWordsKey = ['searchWords'] as const;
const searchWordsPath = '/api/search-words';

export function readSearchIndex(): Promise<SearchIndexDto> {
  return api('/api/search-index');
}

export async function readSearchWords(): Promise<SearchWordDto[]> {
  const { items } = await api<{ items: SearchWordDto[] }>(searchWordsPath);
  return items;
}

export function addSearchWords(words: string[]): Promise<void> {
  return apiCommand(searchWordsPath, { method: 'POST', body: { words } });
}

export function removeSearchWord(id: number): Promise<void> {
  return apiCommand(`${searchWordsPath}/${id}`, { method: 'DELETE' });
}
