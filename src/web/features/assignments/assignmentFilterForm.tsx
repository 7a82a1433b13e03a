import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchSelect } from '../../components/searchSelect';
import { assignableKey, customersKey, findAssignable, findCustomers } from './assignmentsApi';

/** By their names in the API and in the address; null: not narrowed. */
export type AssignmentFilters = Record<'employeeNo' | 'customerCode' | 'on', string | null>;

interface AssignmentFilterFormProps {
  filters: AssignmentFilters;
  onChange: (name: keyof AssignmentFilters, value: string | null) => void;
}

/** Narrows the list to an employee, a customer, and what counts on a day. */
export function AssignmentFilterForm({ filters, onChange }: AssignmentFilterFormProps) {
  const { t } = useTranslation('assignments');
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" role="search" aria-label={t('filter.label')}>
      <SearchSelect
        label={t('employee')}
        placeholder={t('filter.all')}
        clearable
        queryKey={assignableKey}
        find={findAssignable}
        value={filters.employeeNo}
        onChange={(choice) => onChange('employeeNo', choice?.value ?? null)}
        testId="filter-employee"
      />
      <SearchSelect
        label={t('customer')}
        placeholder={t('filter.all')}
        clearable
        queryKey={customersKey}
        find={findCustomers}
        value={filters.customerCode}
        onChange={(choice) => onChange('customerCode', choice?.value ?? null)}
        testId="filter-customer"
      />
      <TextInput
        type="date"
        label={t('filter.on')}
        value={filters.on ?? ''}
        onChange={({ currentTarget: { value } }) => onChange('on', value || null)}
        data-testid="filter-on"
      />
    </SimpleGrid>
  );
}
