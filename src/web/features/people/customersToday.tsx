import { Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { koreanDay } from '../../../shared/koreanTime';
import type { AssignmentDto } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { assignmentsKey, assignmentsPath } from '../assignments/assignmentsApi';

/** The customers somebody looks after today, which decides what this person may see of them. */
export function CustomersToday({ employeeNo }: { employeeNo: string }) {
  const { t } = useTranslation('people');
  const asked = { employeeNo, on: koreanDay(new Date()) };
  const pages = usePages<AssignmentDto>([...assignmentsKey, asked], assignmentsPath, asked);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('person.customers')}
          </Title>
          <Anchor component={Link} to={`/assignments?employeeNo=${encodeURIComponent(employeeNo)}`} size="sm">
            {t('person.allAssignments')}
          </Anchor>
        </Group>
        {pages.isPending && <PageFallback />}
        {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && pages.items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('person.noCustomers')}
          </Text>
        )}
        <List spacing={4} size="sm" data-testid="customers-today">
          {pages.items.map(({ id, customerCode, customerName, validFrom }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/customers/${encodeURIComponent(customerCode)}`} size="sm">
                {customerName}
              </Anchor>{' '}
              <Text span size="xs" c="dimmed">
                {t('person.lookedAfterSince', { day: validFrom })}
              </Text>
            </List.Item>
          ))}
        </List>
        <LoadMore pages={pages} />
      </Stack>
    </Paper>
  );
}
