import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../../shared/problem';
import { api } from './api';
import { withQuery } from './http';

/** A list that is read page by page, by the server's cursor; `items` holds all pages read so far. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  path: string,
  parameters: Record<string, string | undefined> = {},
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api<Page<Item>>(withQuery(path, { ...parameters, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
