import { Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { koreanDay } from '../../../shared/koreanTime';
import { Page } from '../../components/page';
import { readAchievement, readBestCustomers, readTrend, type Whose } from './performanceApi';
import { PerformanceSummary } from './performanceSummary';
import { StatisticSection } from './statisticSection';

const isMonth = (value: string | null): value is string => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value ?? '');

/** The figures of a month: own, or all that the reader may see. Month and scope stand in the address. */
export function PerformancePage() {
  const { t } = useTranslation('performance');
  const [parameters, setParameters] = useSearchParams();
  const thisMonth = koreanDay(new Date()).slice(0, 7);
  const asked = parameters.get('month');
  const month = isMonth(asked) ? asked : thisMonth;
  const whose: Whose = parameters.get('whose') === 'all' ? 'all' : 'mine';
  const choose = (change: Partial<{ month: string; whose: string }>) =>
    setParameters({ month, whose, ...change });
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Group gap="sm" align="flex-end">
          <SegmentedControl
            aria-label={t('whose.label')}
            value={whose}
            onChange={(value) => choose({ whose: value })}
            data={[
              { value: 'mine', label: t('whose.mine') },
              { value: 'all', label: t('whose.all') },
            ]}
          />
          <TextInput
            type="month"
            aria-label={t('month')}
            value={month}
            max={thisMonth}
            onChange={({ currentTarget: { value } }) => isMonth(value) && choose({ month: value })}
          />
        </Group>
      }
    >
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
    </Page>
  );
}
