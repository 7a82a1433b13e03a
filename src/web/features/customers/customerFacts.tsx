import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerSheetDto } from '../../../shared/statistics';
import { noValue } from '../../lib/format';
import { customerTypeLabel } from './typeLabels';

/** Who a customer is. */
export function CustomerFacts({ sheet: { customer, assigned } }: { sheet: CustomerSheetDto }) {
  const { t } = useTranslation('customers');
  const people = assigned.map(({ name, since }) => t('facts.since', { name, since })).join(', ');
  const facts = [
    [t('facts.code'), customer.code],
    [t('facts.type'), customerTypeLabel(customer.type)],
    [t('facts.region'), customer.region],
    [t('facts.grade'), customer.grade],
    [t('facts.assigned'), people || t('facts.nobody')],
    [t('facts.address'), customer.address],
    ...(customer.aliases.length > 0 ? [[t('facts.aliases'), customer.aliases.join(', ')]] : []),
  ] as const;
  return (
    <Paper withBorder p="md">
      <SimpleGrid
        type="container"
        component="dl"
        cols={{ base: 1, '320px': 2, '720px': 4 }}
        spacing="md"
        m={0}
      >
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value || noValue}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
