import { SimpleGrid, Skeleton, Stack, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { ErrorNotice } from '../../components/errorNotice';
import { FigureCard } from '../performance/figureCard';

interface NumberSectionProps<Dto> {
  title: string;
  queryKey: readonly unknown[];
  read: () => Promise<Dto>;
  /** The figures that are read first. */
  cards: (numbers: Dto) => { label: string; value: string; note?: string }[];
  children: (numbers: Dto) => ReactNode;
}

/** One kind of numbers. They are asked for when the reader comes near. */
export function NumberSection<Dto>({ title, queryKey, read, cards, children }: NumberSectionProps<Dto>) {
  const id = useId();
  const [wasNear, setWasNear] = useState(false);
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  if (entry?.isIntersecting && !wasNear) setWasNear(true);
  const numbers = useQuery({
    queryKey: ['auditNumbers', ...queryKey],
    queryFn: read,
    enabled: wasNear,
    placeholderData: (shown) => shown,
  });
  return (
    <section aria-labelledby={id} ref={ref} aria-busy={numbers.isFetching}>
      <Title order={2} size="h4" id={id} mb="sm">
        {title}
      </Title>
      {numbers.isPending && <Skeleton h={320} />}
      {numbers.error && <ErrorNotice error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {numbers.data && (
        <Stack>
          <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
            {cards(numbers.data).map(({ label, value, note }) => (
              <FigureCard key={label} label={label} value={value}>
                {note}
              </FigureCard>
            ))}
          </SimpleGrid>
          {children(numbers.data)}
        </Stack>
      )}
    </section>
  );
}
