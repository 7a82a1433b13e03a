import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LoadMoreProps {
  /** A list read by `usePages`. */
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The way to the next page of a list, where there is one. */
export function LoadMore({ pages }: LoadMoreProps) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <Center py="sm">
      <Button
        variant="subtle"
        size="sm"
        loading={pages.isFetchingNextPage}
        onClick={() => pages.fetchNextPage()}
      >
        {t('loadMore')}
      </Button>
    </Center>
  );
}
