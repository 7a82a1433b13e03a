import { Stack, Table } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EmployeeDto, EmployeeWithFactorDto } from '../../../shared/people';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import type { EmployeeFilters } from './employeeFilters';
import { EmployeeRow } from './employeeRow';
import { employeesKey, employeesPath } from './peopleApi';

interface EmployeeListProps {
  filters: EmployeeFilters;
  onEdit: (employee: EmployeeDto) => void;
}

/** Milliseconds after the last key before the server is asked. */
const typingMs = 250;

/** Everybody registered that the filters let through, also those who may no longer sign in. */
export function EmployeeList({ filters, onEdit }: EmployeeListProps) {
  const { t } = useTranslation('people');
  const [asked] = useDebouncedValue(filters, typingMs);
  const pages = usePages<EmployeeWithFactorDto>([...employeesKey, 'list', asked], employeesPath, asked, {
    keepShown: true,
  });
  if (pages.isPending) return <PageFallback />;
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  // Somebody is signed in, so without filters there is always somebody.
  if (pages.items.length === 0)
    return (
      <EmptyNotice icon={<IconUserSearch aria-hidden />} title={t('none')} description={t('noneHelp')} />
    );
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={800} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('title')} aria-busy={pages.isPlaceholderData}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('employeeNo')}</Table.Th>
              <Table.Th scope="col">{t('name')}</Table.Th>
              <Table.Th scope="col">{t('email')}</Table.Th>
              <Table.Th scope="col">{t('team')}</Table.Th>
              <Table.Th scope="col">{t('role')}</Table.Th>
              <Table.Th scope="col">{t('active')}</Table.Th>
              <Table.Th scope="col">{t('factor.label')}</Table.Th>
              <Table.Th scope="col">{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((employee) => (
              <EmployeeRow key={employee.id} employee={employee} onEdit={() => onEdit(employee)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
    </Stack>
  );
}
