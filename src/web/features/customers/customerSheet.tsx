import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSheetDto, CustomerVisitDto } from '../../../shared/statistics';
import { formatCount, formatMoney } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { ResultTableView } from '../figures/resultTableView';
import { FigureCard } from '../performance/figureCard';
import { FreshnessNote } from '../performance/freshnessNote';
import { CustomerFacts } from './customerFacts';
import { LinkDocumentDialog } from './linkDocumentDialog';
import { LinkedDocuments } from './linkedDocuments';
import { VisitList } from './visitList';

/** What the reader may know of a customer, in one column: as wide as its page or the panel beside a chat. */
export function CustomerSheet({ sheet }: { sheet: CustomerSheetDto }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  // What a document is to be linked to: a contact, or with null the customer.
  const [linking, setLinking] = useState<{ visit: CustomerVisitDto | null } | null>(null);
  const { customer, documents, visits, trend, products } = sheet;
  return (
    <Stack gap="xl" data-testid="customer-sheet">
      <CustomerFacts sheet={sheet} />
      <Stack gap="xs">
        <SimpleGrid type="container" cols={{ base: 1, '360px': 2 }} spacing="sm">
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
