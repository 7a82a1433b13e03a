import { Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { StatisticsTable } from '../../../shared/statistics';
import { ErrorNotice } from '../../components/errorNotice';
import { ResultTableView } from '../figures/resultTableView';

interface StatisticSectionProps {
  title: string;
  queryKey: string[];
  read: () => Promise<StatisticsTable>;
  chartFirst?: boolean;
}

/** One statistic with its heading. */
export function StatisticSection({ title, queryKey, read, chartFirst }: StatisticSectionProps) {
  const id = useId();
  const statistic = useQuery({ queryKey, queryFn: read });
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="sm">
        {title}
      </Title>
      {statistic.isPending && <Skeleton h={240} />}
      {statistic.error && <ErrorNotice error={statistic.error} onRetry={() => void statistic.refetch()} />}
      {statistic.data && (
        <ResultTableView key={queryKey.join()} table={statistic.data.table} chartFirst={chartFirst} />
      )}
    </section>
  );
}
