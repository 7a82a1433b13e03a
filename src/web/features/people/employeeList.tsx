import { Stack, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EmployeeDto } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { EmployeeRow } from './employeeRow';
import { employeesKey, employeesPath } from './peopleApi';

/** Everybody registered, also those who may no longer sign in. */
export function EmployeeList() {
  const { t } = useTranslation('people');
  const pages = usePages<EmployeeDto>(employeesKey, employeesPath);
  if (pages.isPending) return <PageFallback />;
  return (
    <Stack gap="sm">
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('employeeNo')}</Table.Th>
              <Table.Th scope="col">{t('name')}</Table.Th>
              <Table.Th scope="col">{t('email')}</Table.Th>
              <Table.Th scope="col">{t('team')}</Table.Th>
              <Table.Th scope="col">{t('role')}</Table.Th>
              <Table.Th scope="col">{t('active')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((employee) => (
              <EmployeeRow key={employee.id} employee={employee} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
    </Stack>
  );
}
