import { z } from 'zod';
import type { IngestionDependencies } from '../../ingestion/dependencies';
import { describeIndex } from '../../ingestion/describeIndex';
import { addSearchWords, removeSearchWord } from '../../ingestion/searchWords';
import {
  addSearchWordsSchema,
  type SearchWordDto,
  searchIndexDtoSchema,
  searchWordDtoSchema,
} from '../../shared/searchIndex';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { wholeList } from '../answers';

/** The search index and the words it keeps whole, for admins. */
export function searchIndexRoutes(dependencies: IngestionDependencies): Route[] {
  const { repositories } = dependencies;
  return [
    route({
      method: 'get',
      path: '/api/search-index',
      summary: 'The search index: what it holds, what it is made with, and how far a rebuild is.',
      who: 'documents.manage',
      record: 'access',
      answer: searchIndexDtoSchema,
      problems: ['search_unavailable'],
      handle: async () => describeIndex(dependencies),
    }),
    route({
      method: 'get',
      path: '/api/search-words',
      summary: 'Words the search keeps whole, beyond those it knows and the names of products.',
      who: 'documents.manage',
      record: 'access',
      answer: wholeList(searchWordDtoSchema),
      handle: async () => {
        const words = await repositories.searchWords.list();
        const items: SearchWordDto[] = words.map((word) => ({
          ...word,
          createdAt: word.createdAt.toISOString(),
        }));
        return { items, nextCursor: null };
      },
    }),
    route({
      method: 'post',
      path: '/api/search-words',
      summary: 'Add words; the index is rebuilt with them in the background.',
      who: 'documents.manage',
      record: 'searchWords.add',
      status: 202,
      body: addSearchWordsSchema,
      answer: z.object({ added: z.int() }),
      handle: async ({ actor, body }) => addSearchWords(body.words, actor.id, dependencies),
    }),
    route({
      method: 'delete',
      path: '/api/search-words/:id',
      summary: 'Take a word away; the index is rebuilt without it in the background.',
      who: 'documents.manage',
      record: 'searchWords.remove',
      params: rowParams,
      handle: async ({ actor, params: { id } }) => removeSearchWord(id, actor.id, dependencies),
    }),
  ];
}
