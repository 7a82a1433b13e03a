import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CustomerSheetDto, CustomerVisitDto } from '../../../shared/statistics';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { formatCount, formatMoney } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { ResultTableView } from '../figures/resultTableView';
import { FigureCard } from '../performance/figureCard';
import { FreshnessNote } from '../performance/freshnessNote';
import { customerKey, readCustomer } from './customerApi';
import { CustomerFacts } from './customerFacts';
import { LinkDocumentDialog } from './linkDocumentDialog';
import { LinkedDocuments } from './linkedDocuments';
import { VisitList } from './visitList';

/** A customer's sheet: who it is, what it buys, what was talked about, and the documents that were used. */
export function CustomerPage() {
  const { t } = useTranslation('customers');
  const { code = '' } = useParams();
  const sheet = useQuery({ queryKey: customerKey(code), queryFn: () => readCustomer(code) });
  return (
    <Page title={sheet.data?.customer.name ?? t('title')} description={sheet.data?.scope}>
      {sheet.isPending && <PageFallback />}
      {sheet.error && <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.data && <Sheet sheet={sheet.data} />}
    </Page>
  );
}

function Sheet({ sheet }: { sheet: CustomerSheetDto }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  // What a document is to be linked to: a contact, or with null the customer.
  const [linking, setLinking] = useState<{ visit: CustomerVisitDto | null } | null>(null);
  const { customer, documents, visits, trend, products } = sheet;
  return (
    <Stack gap="xl" data-testid="customer-sheet">
      <CustomerFacts sheet={sheet} />
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <FigureCard label={t('amount')} value={formatMoney(sheet.amount, language)} />
          <FigureCard
            label={t('visitCount')}
            value={t('visitCountValue', { number: formatCount(sheet.visitCount) })}
          />
        </SimpleGrid>
        <FreshnessNote freshness={sheet.freshness} />
      </Stack>
      <Section title={t('visits.title')}>
        <VisitList visits={visits} documents={documents} onAddDocument={(visit) => setLinking({ visit })} />
      </Section>
      <Section
        title={t('documents.title')}
        action={
          sheet.mayLink && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setLinking({ visit: null })}
              data-testid="link-document"
            >
              {t('documents.add')}
            </Button>
          )
        }
      >
        <LinkedDocuments code={customer.code} documents={documents} />
      </Section>
      <Section title={t('trend')}>
        <ResultTableView table={trend} chartFirst />
      </Section>
      <Section title={t('products')}>
        {products.rows.length === 0 ? (
          <Text c="dimmed">{t('noSales')}</Text>
        ) : (
          <ResultTableView table={products} />
        )}
      </Section>
      <LinkDocumentDialog code={customer.code} target={linking} onClose={() => setLinking(null)} />
    </Stack>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
