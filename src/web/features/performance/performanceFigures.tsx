import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readAchievement, readBestCustomers, readTrend } from './performanceApi';
import type { ChosenPerformance } from './performanceChoice';
import { PerformanceSummary } from './performanceSummary';
import { StatisticSection } from './statisticSection';

/** The figures of a month, in one column: as wide as their page or the panel beside a chat. */
export function PerformanceFigures({ whose, month }: ChosenPerformance) {
  const { t } = useTranslation('performance');
  return (
    <>
      <PerformanceSummary whose={whose} month={month} />
      <Stack gap="xl">
        <StatisticSection
          title={t('trend')}
          queryKey={['trend', whose, month]}
          read={() => readTrend(whose, month)}
          chartFirst
        />
        <StatisticSection
          title={t('byProduct')}
          queryKey={['achievement', whose, month]}
          read={() => readAchievement(whose, month)}
        />
        <StatisticSection
          title={t('customers')}
          queryKey={['best-customers', whose, month]}
          read={() => readBestCustomers(whose, month)}
        />
      </Stack>
    </>
  );
}
