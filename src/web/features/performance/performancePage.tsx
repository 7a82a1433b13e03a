import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/page';
import { isMonth, thisMonth } from './months';
import type { Whose } from './performanceApi';
import { PerformanceChoice } from './performanceChoice';
import { PerformanceFigures } from './performanceFigures';

/** The figures of a month: own, or all that the reader may see. Month and scope stand in the address. */
export function PerformancePage() {
  const { t } = useTranslation('performance');
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('month');
  const month = isMonth(asked) ? asked : thisMonth();
  const whose: Whose = parameters.get('whose') === 'all' ? 'all' : 'mine';
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <PerformanceChoice whose={whose} month={month} onChoose={(choice) => setParameters({ ...choice })} />
      }
    >
      <PerformanceFigures whose={whose} month={month} />
    </Page>
  );
}
