import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../../shared/problem';
import { api } from './api';
import { withQuery } from './http';

interface PagesOptions<Item> {
  /** Shows the items of the last parameters until those of new ones are there. */
  keepShown?: boolean;
  /** Milliseconds until it is read again; false: not by itself. */
  readAgainMs?: (items: Item[]) => number | false;
}

/** A list that is read page by page, by the server's cursor; `items` holds all pages read so far. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  path: string,
  parameters: Record<string, string | undefined> = {},
  { keepShown = false, readAgainMs = () => false }: PagesOptions<Item> = {},
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api<Page<Item>>(withQuery(path, { ...parameters, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (shown) => (keepShown ? shown : undefined),
    refetchInterval: ({ state }) => readAgainMs(itemsOf(state.data?.pages)),
  });
  return { ...query, items: itemsOf(query.data?.pages) };
}

function itemsOf<Item>(pages: Page<Item>[] = []): Item[] {
  return pages.flatMap(({ items }) => items);
}
