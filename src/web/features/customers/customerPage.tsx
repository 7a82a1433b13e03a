import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { CustomerSheet } from './customerSheet';
import { useCustomer } from './useCustomer';

/** A customer's sheet: who it is, what it buys, what was talked about, and the documents that were used. */
export function CustomerPage() {
  const { t } = useTranslation('customers');
  const { code = '' } = useParams();
  const sheet = useCustomer(code);
  return (
    <Page title={sheet.data?.customer.name ?? t('title')} description={sheet.data?.scope}>
      {sheet.isPending && <PageFallback />}
      {sheet.error && <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.data && <CustomerSheet sheet={sheet.data} />}
    </Page>
  );
}
